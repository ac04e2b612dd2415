using NodaTime;

namespace CommitmentLedger.Tests.Promising;

public class PromisingTests
{
    [Fact]
    public void A_promise_binds_the_company_and_names_who_gave_it()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise())).Then(typeof(Promised));

        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.It.PromisedBy.Should().Be(Some.Membership);
        story.It.PromisedAt.Should().Be(Some.Monday);
        story.It.Owner.Should().Be(Some.Membership.Team);
    }

    [Fact]
    public void An_entitlement_is_owed_by_the_company_and_promised_by_the_membership_team()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise(Term.Of("complimentary-nights", 1))) { DeliveredBy = Some.Reception.Team });

        story.It.PromisedBy.Team.Should().Be(Some.Membership.Team);
        story.It.Handoff!.To.Should().Be(Some.Reception.Team);
        story.It.Customer.Should().Be(Some.Guest);
    }

    [Fact]
    [Proves("HOTEL-03", 'a')]
    public void A_second_team_that_says_the_same_confirms_the_promise_instead_of_promising_again()
    {
        Story story = new Story().GivenPromise();

        story.When(new MakePromise(CommitmentId.New(), Some.Promise()), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        story.Record.Commitments.Should().ContainSingle();
        story.It.Assurances.Should().ContainSingle().Which.By.Should().Be(Some.PhoneLine);
        story.It.IndependentConfirmations.Should().Be(1);
    }

    [Fact]
    [Proves("HOTEL-03", 'b')]
    public void Two_teams_that_are_asked_the_same_stand_on_one_commitment_with_their_words()
    {
        Story story = new Story().GivenPromise();

        story.Given(new MakePromise(CommitmentId.New(), Some.Promise() with { Words = Some.Words("Certainly.") }), Some.PhoneLine)
            .Given(new MakePromise(CommitmentId.New(), Some.Promise() with { Words = Some.Words("Of course.") }), Some.Reception);

        story.Record.Commitments.Should().ContainSingle();
        story.It.Assurances.Select(assurance => (assurance.By, assurance.Words!.Text)).Should().Equal((Some.PhoneLine, "Certainly."), (Some.Reception, "Of course."));
        story.It.IndependentConfirmations.Should().Be(2);
    }

    [Fact]
    public void Promises_about_different_bookings_never_meet()
    {
        Story story = new Story().GivenPromise();

        story.When(new MakePromise(CommitmentId.New(), Some.Promise() with { Matter = LookupKey.Booking("HX-9000") }), Some.PhoneLine).Then(typeof(Promised));

        story.Record.Commitments.Count.Should().Be(2);
    }

    [Fact]
    public void A_promise_with_one_more_term_is_a_promise_of_its_own()
    {
        Story story = new Story().GivenPromise();

        story.When(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 4), Term.Of("breakfast", true))), Some.PhoneLine).Then(typeof(Promised));
    }

    [Fact]
    [Proves("GEN-01", 'a')]
    public void A_promise_without_a_deadline_is_refused()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise() with { PromisedDue = null })).ThenIsRefused("open_ended");
    }

    [Fact]
    [Proves("GEN-01", 'a')]
    public void A_promise_without_a_deadline_that_was_spoken_is_recorded_as_vague_and_listed()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise() with { PromisedDue = null }) { AlreadySpoken = true }).Then(typeof(Promised));

        story.It.IsVague.Should().BeTrue();
        story.Brief().Lines.Should().ContainSingle().Which.Kind.Should().Be(BriefingLineKind.Vague);
    }

    [Fact]
    public void A_deadline_in_the_past_is_refused_unless_the_words_were_spoken()
    {
        var story = new Story();
        Promise late = Some.Promise() with { PromisedDue = Some.Due(Some.Monday) };

        story.When(new MakePromise(story.Id, late)).ThenIsRefused("due_in_past");
        story.When(new MakePromise(story.Id, late) { AlreadySpoken = true }).Then(typeof(Promised));

        story.After(Duration.FromMilliseconds(1)).It.HealthAt(story.Now).Should().Be(Health.Overdue);
    }

    [Fact]
    public void An_id_that_is_taken_is_refused()
    {
        Story story = new Story().GivenPromise();

        Refusal refusal = story.When(new MakePromise(story.Id, Some.Promise(Term.Of("adults", 2)))).ThenIsRefused("commitment_exists");

        refusal.LegalNow.Should().Contain("confirm").And.NotContain("accept");
    }

    [Fact]
    public void A_closed_commitment_is_not_promised_again()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Release(story.Id, Some.Words("no need any more")));

        story.When(new MakePromise(story.Id, Some.Promise())).ThenIsRefused("commitment_exists");
    }

    [Fact]
    public void Too_much_of_anything_is_refused()
    {
        var story = new Story();
        Promise promise = Some.Promise();
        void Refuses(string code, Promise wrong) => story.When(new MakePromise(story.Id, wrong)).ThenIsRefused(code);

        Refuses("too_many_terms", promise with { Terms = [.. Enumerable.Range(0, 51).Select(number => Term.Of($"term-{number}", number))] });
        Refuses("too_many_lookup_keys", promise with { LookupKeys = [.. Enumerable.Range(0, 11).Select(number => LookupKey.Of("order", $"{number}"))] });
        Refuses("too_many_conditions", promise with { Preconditions = [.. Enumerable.Range(0, 21).Select(number => Precondition.ByUs($"step {number}"))] });
        Refuses("precondition_twice", promise with { Preconditions = [Precondition.ByUs("card linked"), Precondition.ByCustomer("Card linked")] });
        Refuses("beneficiaries_out_of_range", promise with { Beneficiaries = -1 });
        Refuses("terms_contradict", promise with { Terms = [Term.Of("adults", 4), Term.AtMost("adults", 3)] });
    }

    [Fact]
    public void What_lies_in_the_future_cannot_be_reported()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise()) { OccurredAt = Some.Monday + Duration.FromMinutes(1) }).ThenIsRefused("occurred_in_future");
    }

    [Fact]
    public void What_happened_earlier_keeps_its_own_time()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise()) { OccurredAt = Some.Monday - Duration.FromDays(2) });

        story.It.PromisedAt.Should().Be(Some.Monday - Duration.FromDays(2));
        story.Entries.Single().RecordedAt.Should().Be(Some.Monday);
    }

    public static TheoryData<string, Func<int, Promise>> Conditions => new()
    {
        { "preconditions", count => Some.Promise() with { Preconditions = [.. Enumerable.Range(0, count).Select(number => Precondition.ByUs($"step {number}"))] } },
        { "choices", count => Some.Promise() with { Choices = [.. Enumerable.Range(0, count).Select(number => Choice.Of($"choice {number}", [Option.Of("yes")]))] } },
        { "readings", count => Some.Promise() with { Readings = [.. Enumerable.Range(0, count).Select(number => Some.Words($"reading {number}"))] } },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_promise_takes_twenty_of_each_and_no_more(string what, Func<int, Promise> with)
    {
        new Story().When(new MakePromise(CommitmentId.New(), with(20))).ThenIsRecorded();
        new Story().When(new MakePromise(CommitmentId.New(), with(21))).ThenIsRefused("too_many_conditions").Message.Should().Contain(what);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void A_promise_has_up_to_a_million_others_who_rely_on_it(int others, bool isTaken)
    {
        Story story = new Story().When(new MakePromise(CommitmentId.New(), Some.Promise() with { Beneficiaries = others }));

        story.Last.Refusal?.Code.Should().Be(isTaken ? null : "beneficiaries_out_of_range");
        story.Last.Entries.IsEmpty.Should().Be(!isTaken);
    }

    [Fact]
    public void Two_terms_that_exclude_each_other_are_refused_whatever_else_is_promised() =>
        new Story().When(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("breakfast", true), Term.Of("adults", 4), Term.Of("adults", 3)))).ThenIsRefused("terms_contradict");

    [Fact]
    public void A_promise_that_answers_a_request_keeps_its_code_and_what_is_known_of_it()
    {
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise() with { PromisedDue = null })).Given(new AddNote(story.Id, Some.Words("Called twice.")));
        PromiseReference code = story.It.Reference;

        story.Given(new Offer(story.Id, Some.Promise()));
        story.It.Notes.Should().ContainSingle();
        story.Given(new MakePromise(story.Id, Some.Promise()));

        story.Last.Entries[0].Event.Should().BeOfType<Promised>().Which.Reference.Should().Be(code);
        (story.It.Reference, story.It.Notes.Count, story.It.MadeAtVersion).Should().Be((code, 1, 1));
    }
}
