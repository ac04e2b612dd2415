using NodaTime;

namespace CommitmentLedger.Tests.Pausing;

/// <summary>There is one current due time, and a pause neither hides that it has passed nor moves it for our sake.</summary>
public class OneDueTests
{
    private static readonly WorkingCalendar AroundTheClock = WorkingCalendar.AroundTheClock(Some.Dubai);

    private static Promise Within(int hours) =>
        Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(hours), Some.Monday, AroundTheClock) };

    private static Story Paused(int withinHours, int afterHours, Party on)
    {
        Story story = new Story().GivenPromise(Within(withinHours));
        return story.After(Duration.FromHours(afterHours)).Given(new Pause(story.Id, on, "reason"));
    }

    [Theory]
    [InlineData(Party.Us)]
    [InlineData(Party.Supplier)]
    public void A_pause_for_us_or_a_supplier_never_moves_what_the_customer_was_told(Party on)
    {
        Story story = Paused(4, 1, on);
        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromHours(4));
        story.It.HealthAt(Some.Monday + Duration.FromHours(5)).Should().Be(Health.Overdue);

        story.After(Duration.FromHours(24)).Given(new Resume(story.Id));

        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromHours(4));
        story.It.DueTimes.AtRiskFrom.Should().Be(Some.Monday + Duration.FromMinutes(192), "all of the four hours were ours");
        story.Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Theory]
    [InlineData(Party.Us)]
    [InlineData(Party.Supplier)]
    [InlineData(Party.Customer)]
    public void A_pause_does_not_hide_that_the_due_time_has_passed(Party on)
    {
        Story story = Paused(1, 2, on);

        story.It.HealthAt(story.Now).Should().Be(Health.Overdue);
        story.Brief().Lines.Single().Urgency.Should().Be("Overdue since today 11:00");
        story.After(Duration.FromHours(5)).Given(new Resume(story.Id)).It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromHours(1));
        story.Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_pause_that_begins_at_the_due_instant_keeps_nothing_open()
    {
        Story story = Paused(1, 1, Party.Customer);

        story.It.HealthAt(story.Now + Duration.FromMinutes(1)).Should().Be(Health.Overdue);
    }

    [Fact]
    public void An_answer_that_is_given_late_is_late_though_its_clock_was_paused()
    {
        CommitmentId wish = CommitmentId.New(), answer = CommitmentId.New();
        var within = new AnswerBy(answer, Some.Words("Within the hour."), Deadline.Within(BusinessTime.FromHours(1), Some.Monday, AroundTheClock));
        Story story = new Story().Given(new Request(wish, Some.Promise()) { Answer = within });
        story.After(Duration.FromHours(2)).Given(new Pause(answer, Party.Customer, "asked to be called tomorrow"));

        story.After(Duration.FromHours(1)).Given(new Decline(wish, Some.Words("We are full.")));

        story.Of(answer).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void While_the_customers_pause_keeps_it_open_it_is_looked_at_on_the_date_that_was_told()
    {
        Story story = Paused(4, 1, Party.Customer);

        story.It.DueTimes.Should().BeNull();
        story.It.WatchedDue.Should().Be(Some.Monday + Duration.FromHours(4));
    }

    [Fact]
    public void Once_the_customers_pause_is_over_everything_tells_the_date_that_it_moved_to()
    {
        Story story = Paused(4, 1, Party.Customer);
        Instant moved = Some.Monday + Duration.FromHours(28);
        story.After(Duration.FromHours(24)).Given(new Resume(story.Id));

        story.It.CurrentDue!.Due.Should().Be(moved);
        story.It.WatchedDue.Should().Be(moved);
        story.Brief().Lines.Single().Due.Should().Be(moved);
        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Yes, it comes.")), Some.Reception);
        Receipt.For(story.Entries[^1], story.It)!.Due!.Due.Should().Be(moved);
        story.When(new Reassess(story.Id, Some.Words())).ThenIsRefused("nothing_changes");
    }

    [Fact]
    public void A_second_pause_keeps_the_date_that_the_first_moved_it_to()
    {
        Story story = Paused(4, 1, Party.Customer);
        Instant moved = Some.Monday + Duration.FromHours(28);
        story.After(Duration.FromHours(24)).Given(new Resume(story.Id)).Given(new Pause(story.Id, Party.Customer, "once more"));

        story.It.WatchedDue.Should().Be(moved);
        story.Given(new Renegotiate(story.Id, Some.Promise()) { Consent = Some.Consent() }).It.FirstDue.Should().Be(moved);
    }

    [Fact]
    public void Parts_go_on_with_the_clock_of_the_whole()
    {
        Story story = Paused(4, 1, Party.Customer);
        story.After(Duration.FromHours(24)).Given(new Resume(story.Id));
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Part Part(CommitmentId id) => new(id, Some.Promise(Term.Of("part", id.ToString())) with { PromisedDue = null });

        story.Given(new Split(story.Id, [Part(first), Part(second)], Some.Consent()));

        story.Of(first).DueTimes.Should().Be(story.It.DueTimes);
        story.Of(first).HealthAt(story.Now).Should().NotBe(Health.Overdue);
        story.Of(second).CurrentDue!.Due.Should().Be(Some.Monday + Duration.FromHours(28));
    }

    [Fact]
    public void The_date_that_was_told_and_the_one_that_the_customers_pause_made_of_it_are_one_date()
    {
        Story story = Paused(4, 1, Party.Customer);
        story.After(Duration.FromHours(24)).Given(new Resume(story.Id));

        story.When(new MakePromise(CommitmentId.New(), Within(4)) { AlreadySpoken = true }, Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));
        story.When(new MakePromise(CommitmentId.New(), Some.Promise() with { PromisedDue = Some.Due(Some.Monday + Duration.FromHours(28)) }), Some.Reception)
            .Then(typeof(AskedAgain), typeof(Confirmed));
    }

    [Fact]
    public void What_is_closed_or_stated_as_done_is_not_overdue()
    {
        Story broken = new Story().GivenPromise(), stated = new Story().GivenPromise();
        broken.Given(new Break(broken.Id, Some.Words()));
        stated.Given(new StateDone(stated.Id));

        foreach (Story story in new[] { broken, stated }) story.It.HealthAt(Some.CheckIn + Duration.FromDays(1)).Should().Be(Health.OnTrack);
    }

    /// <summary>Within four hours; a day's wait for the customer has moved it to Tuesday 14:00. Now it is Tuesday 11:00.</summary>
    private static Story MovedByADay()
    {
        Story story = Paused(4, 1, Party.Customer);
        return story.After(Duration.FromHours(24)).Given(new Resume(story.Id));
    }

    private static readonly Instant Moved = Some.Monday + Duration.FromHours(28);

    [Fact]
    public void Other_terms_are_agreed_with_the_date_as_the_pauses_have_moved_it()
    {
        Story story = MovedByADay();
        story.Given(new Pause(story.Id, Party.Customer, "again"));

        story.Given(new Renegotiate(story.Id, Within(4) with { Terms = [Term.Of("adults", 5)] }) { Consent = Some.Consent() });

        story.It.WatchedDue.Should().Be(Moved);
        story.Given(new Resume(story.Id)).It.DueTimes!.Told.Should().Be(Moved);
    }

    [Fact]
    public void The_date_that_stood_cannot_be_agreed_again_once_it_has_passed()
    {
        Story story = MovedByADay();

        story.At(Moved).When(new Renegotiate(story.Id, Within(4) with { Terms = [Term.Of("adults", 5)] }) { Consent = Some.Consent() }).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void Parts_of_what_waits_for_the_customer_again_are_asked_for_at_the_moved_date()
    {
        Story story = MovedByADay();
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Part PartOf(CommitmentId id, Term term) => new(id, Some.Promise(term) with { PromisedDue = null });

        story.Given(new Pause(story.Id, Party.Customer, "again"))
            .Given(new Split(story.Id, [PartOf(first, Term.Of("adults", 4)), PartOf(second, Term.Of("extra-beds", 2))], Some.Consent()));

        story.Of(first).WatchedDue.Should().Be(Moved);
        story.Brief().Lines.Select(line => line.Urgency).Should().AllBe("Waiting for the customer, ask again today 14:00");
    }

    [Fact]
    public void What_is_carried_forward_ends_later_than_the_date_as_the_pauses_have_moved_it()
    {
        Story story = MovedByADay();
        story.When(new CarryForward(story.Id, CommitmentId.New(), Some.Due(Moved - Duration.FromHours(2)), Some.Reception, Some.Words())).ThenIsRefused("validity_not_extended");

        story.Given(new CarryForward(story.Id, CommitmentId.New(), Some.Due(Moved + Duration.FromHours(2)), Some.Reception, Some.Words()));

        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Exception").Text.Should().Contain("instead of Tue 3 Nov 2026 14:00");
    }

    [Fact]
    public void A_date_that_we_put_in_place_of_the_agreed_one_moves_with_the_customers_pauses_too()
    {
        Story story = new Story().GivenPromise(Within(4));
        story.Given(new Renegotiate(story.Id, Within(8)) { IsUnilateral = true });
        story.After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Customer, "waits"));
        story.It.CurrentDue.Should().BeNull();
        ChangedByUs().Should().Contain("due Mon 2 Nov 2026 18:00");

        story.After(Duration.FromDays(1)).Given(new Resume(story.Id));

        story.It.CurrentDue!.Due.Should().Be(Some.Monday + Duration.FromHours(32));
        story.It.DueTimes!.Told.Should().Be(Some.Monday + Duration.FromHours(28));
        ChangedByUs().Should().Contain("due Tue 3 Nov 2026 18:00");

        string ChangedByUs() => story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Changed by us").Text;
    }

    [Fact]
    public void The_briefing_tells_what_we_are_held_to_as_the_pauses_have_moved_it()
    {
        Story story = MovedByADay();
        story.Given(new Renegotiate(story.Id, Some.Promise()) { IsUnilateral = true });
        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Agreed").Text.Should().Contain("due Tue 3 Nov 2026 14:00");

        story.Given(new Renegotiate(story.Id, Some.Promise()) { Consent = Some.Consent() });

        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "At first").Text.Should().Contain("due Tue 3 Nov 2026 14:00");
    }
}
