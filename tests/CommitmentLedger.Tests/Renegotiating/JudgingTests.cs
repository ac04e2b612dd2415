using NodaTime;

namespace CommitmentLedger.Tests.Renegotiating;

/// <summary>A promise is kept by the last date that the customer agreed to before it passed, and by the terms that were agreed.</summary>
public class JudgingTests
{
    private static readonly Instant LaterDue = Some.CheckIn + Duration.FromHours(4);
    private static readonly Promise Later = Some.Promise() with { PromisedDue = Some.Due(LaterDue) };

    private static Renegotiate Agreed(CommitmentId id, Promise promise) => new(id, promise) { Consent = Some.Consent() };

    private static Renegotiate Unilateral(CommitmentId id, Promise promise) => new(id, promise) { IsUnilateral = true };

    private static Story Done(Story story, Instant at) => story.At(at).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

    [Fact]
    public void Kept_by_the_date_that_was_agreed_in_time_with_both_margins()
    {
        Story story = new Story().GivenPromise();
        story.Given(Agreed(story.Id, Later));

        Done(story, Some.CheckIn + Duration.FromHours(1));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
        ClosingDates dates = story.It.Closing!.Dates!;
        dates.FirstMargin.Should().Be(-Duration.FromHours(1));
        dates.LastMargin.Should().Be(Duration.FromHours(3));
        story.Entries[^1].Event.Should().BeOfType<Accepted>().Which.Dates.Should().Be(dates);
    }

    [Fact]
    public void A_date_that_was_agreed_after_the_first_had_passed_is_watched_and_keeps_nothing()
    {
        Story story = new Story().GivenPromise();
        story.At(Some.CheckIn + Duration.FromMinutes(1)).Given(Agreed(story.Id, Later));
        story.It.HealthAt(story.Now).Should().NotBe(Health.Overdue, "the customer agreed to the new date");

        Done(story, Some.CheckIn + Duration.FromHours(1));

        story.It.Bindingness.Should().Be(Bindingness.KeptLate);
        story.It.Closing!.Dates.Should().Be(new ClosingDates(story.Now, Some.CheckIn, LaterDue));
    }

    [Fact]
    public void A_date_that_was_agreed_at_the_very_due_instant_is_agreed_in_time()
    {
        Story story = new Story().GivenPromise();
        story.At(Some.CheckIn).Given(Agreed(story.Id, Later));

        Done(story, LaterDue).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void What_was_once_late_stays_late_through_a_third_date()
    {
        Story story = new Story().GivenPromise();
        story.At(Some.CheckIn + Duration.FromMinutes(1)).Given(Agreed(story.Id, Later));
        Promise third = Later with { PromisedDue = Some.Due(LaterDue + Duration.FromDays(1)) };
        story.After(Duration.FromMinutes(1)).Given(Agreed(story.Id, third));

        Done(story, LaterDue).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_unilateral_date_is_told_and_the_agreed_one_is_watched_and_judged()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Later));

        story.It.Promise.PromisedDue.Should().Be(Later.PromisedDue);
        story.It.HealthAt(Some.CheckIn + Duration.FromMinutes(1)).Should().Be(Health.Overdue);
        story.It.WatchedDue.Should().Be(Some.CheckIn);
        Done(story, Some.CheckIn + Duration.FromHours(1)).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_unilateral_change_that_the_customer_agrees_to_later_is_agreed()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Later)).Given(Agreed(story.Id, Later));

        story.It.AgreedPromise.Should().BeNull();
        Done(story, LaterDue).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void Two_unilateral_changes_leave_the_first_words_agreed()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Later), Some.Reception)
            .Given(Unilateral(story.Id, Later with { PromisedDue = Some.Due(LaterDue + Duration.FromDays(1)) }), Some.Housekeeping);

        (story.It.AgreedPromise, story.It.AgreedBy).Should().Be((Some.Promise(), Some.Membership));
        story.It.UnilateralChanges.Should().Be(2);
        Done(story, LaterDue).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void Going_back_to_the_words_that_were_agreed_needs_no_consent()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Later)).Given(Unilateral(story.Id, Some.Promise()));

        (story.It.AgreedPromise, story.It.AgreedBy).Should().Be((null, null));
        Done(story, Some.CheckIn).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void A_unilateral_date_that_was_told_first_is_the_one_we_are_held_to()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });
        story.Given(Unilateral(story.Id, Some.Promise())).Given(new Pause(story.Id, Party.Us, "system is down")).Given(new Resume(story.Id));
        story.It.DueTimes!.Due.Should().Be(Some.CheckIn);

        story.At(Some.CheckIn + Duration.FromHours(1)).Given(Unilateral(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(90)) }));

        story.It.DueTimes!.Due.Should().Be(Some.CheckIn);
        Done(story, Some.CheckIn + Duration.FromDays(30)).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_unilateral_change_cannot_leave_out_what_is_ours_to_bring_about()
    {
        Promise both = Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit"), Precondition.ByUs("room inspected")] };
        Story story = new Story().GivenPromise(both);

        story.When(Unilateral(story.Id, both with { Preconditions = [both.Preconditions[0]] })).ThenIsRefused("consent_missing");
    }

    [Fact]
    public void A_split_that_is_agreed_after_the_date_had_passed_keeps_nothing()
    {
        Story story = new Story().GivenPromise();
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Part Later(CommitmentId id) => new(id, Some.Promise(Term.Of("part", id.ToString())) with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(10)) });
        story.At(Some.CheckIn + Duration.FromDays(2)).Given(new Split(story.Id, [Later(first), Later(second)], Some.Consent()));

        foreach (CommitmentId part in new[] { first, second }) story.Given(new StateDone(part)).Given(new Accept(part, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.KeptLate);
        story.It.Closing!.Dates.Should().Be(new ClosingDates(story.Now, Some.CheckIn, Some.CheckIn + Duration.FromDays(10)));
    }

    [Fact]
    public void What_is_carried_forward_after_its_date_had_passed_is_late_whenever_it_comes()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Some.Promise(Term.Of("adults", 1))));
        var successor = CommitmentId.New();
        story.At(Some.CheckIn + Duration.FromDays(3)).Given(new CarryForward(story.Id, successor, Some.Due(Some.CheckIn + Duration.FromDays(90)), Some.Reception, Some.Words()));

        story.Of(successor).Promise.Terms.Should().Equal(Some.Promise().Terms, "what was agreed is carried forward, not what we made of it");
        story.Given(new StateDone(successor)).Given(new Accept(successor, Some.Yes()));

        story.Of(successor).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void What_is_carried_forward_keeps_what_is_known_of_it()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit")] });
        story.Given(new MeetPrecondition(story.Id, "deposit")).Given(new AddNote(story.Id, Some.Words("Deposit is 50."))).Given(new AskAgain(story.Id)).Given(new Rely(story.Id, Some.Words("booked flights")));
        var successor = CommitmentId.New();

        story.Given(new CarryForward(story.Id, successor, Some.Due(Some.CheckIn + Duration.FromDays(90)), Some.Reception, Some.Words()));

        Commitment carried = story.Of(successor);
        (carried.Bindingness, carried.MetPreconditions.Count, carried.Notes.Count, carried.Doubt!.Times, carried.RelianceActs.Count).Should().Be((Bindingness.Bound, 1, 1, 1, 1));
        story.Brief().CustomersSteps.Should().BeEmpty();
    }

    [Fact]
    public void The_rest_of_what_came_late_is_late_whatever_date_we_set_for_it()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100)));
        story.At(Some.CheckIn + Duration.FromDays(2)).Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("refund", 60)] })
            .Given(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(9)) }, Some.Reception);
        Commitment rest = story.Record.Open.Single();
        rest.PromisedBy.Should().Be(Some.Membership, "who recorded the yes promised nothing");

        story.Given(new StateDone(rest.Id)).Given(new Accept(rest.Id, Some.Yes()));

        story.Of(rest.Id).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void What_a_met_precondition_was_for_goes_with_the_words_that_needed_it()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit")] });
        story.Given(new MeetPrecondition(story.Id, "deposit")).Given(Agreed(story.Id, Later with { Preconditions = [Precondition.ByCustomer("visa")] }));

        story.It.MetPreconditions.Should().BeEmpty();
        story.It.IsHalfActivated.Should().BeFalse();
    }

    [Fact]
    public void A_unilateral_change_cannot_bring_a_condition_that_would_let_us_out()
    {
        Story story = new Story().GivenPromise();

        story.When(Unilateral(story.Id, Later with { Preconditions = [Precondition.ByCustomer("deposit")] })).ThenIsRefused("consent_missing");
    }

    [Fact]
    public void A_unilateral_date_for_a_promise_without_one_is_better_than_none()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });
        story.Given(Unilateral(story.Id, Later));

        story.It.HealthAt(LaterDue + Duration.FromMinutes(1)).Should().Be(Health.Overdue);
        Done(story, LaterDue).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void What_was_delivered_is_judged_by_the_terms_that_were_agreed()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Some.Promise(Term.Of("adults", 3))));

        story.When(new StateDone(story.Id)).ThenIsRefused("outcome_missing").Details.Should().Equal("adults", "extra-beds");
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 3), new TermOutcome("extra-beds", 2)] }).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        story.Record.Open.Single().Promise.Terms.Should().Equal(Term.Of("adults", 1));
    }

    [Fact]
    public void A_change_is_agreed_or_unilateral()
    {
        Story story = new Story().GivenPromise();

        story.When(Agreed(story.Id, Later) with { IsUnilateral = true }).ThenIsRefused("consent_and_unilateral");
    }

    [Fact]
    public void What_is_met_stays_met_where_the_new_words_ask_the_same_of_the_same_side()
    {
        Precondition deposit = Precondition.ByCustomer("deposit"), visa = Precondition.ByCustomer("visa");
        foreach ((Precondition[] next, string[] met) in new[] { (new[] { visa, deposit }, new[] { "deposit" }), ([visa, Precondition.ByUs("deposit")], []) })
        {
            Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [deposit] });
            story.Given(new MeetPrecondition(story.Id, "deposit")).Given(Agreed(story.Id, Later with { Preconditions = [.. next] }));

            story.It.MetPreconditions.Select(condition => condition.Name).Should().Equal(met);
        }
    }

    [Fact]
    public void The_same_terms_in_other_letters_are_the_same_terms()
    {
        Story story = new Story().GivenPromise();
        story.Given(Unilateral(story.Id, Later with { Terms = [Term.Of("Extra-Beds", 2), Term.Of("Adults", 4)] }));

        story.When(new StateDone(story.Id)).ThenIsRecorded();
    }
}
