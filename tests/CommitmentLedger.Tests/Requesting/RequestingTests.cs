using NodaTime;

namespace CommitmentLedger.Tests.Requesting;

public class RequestingTests
{
    private static readonly Actor CallCentre = new(Team.Of("call centre"), Person.Of("meera"), Channel.Phone);

    private static Promise Test(string name) => new() { Words = Some.Words($"I need a {name} at home."), Terms = [Term.Of("test", name), Term.Place("at home")] };

    private static AnswerBy WithinHalfAnHour(CommitmentId id) =>
        new(id, Some.Words("We will tell you within 30 minutes."), Deadline.At(Some.Monday + Duration.FromMinutes(30), Some.Dubai));

    [Fact]
    [Proves("LAB-01", 'a', 'b', 'c')]
    public void An_ambiguous_item_is_taken_with_its_readings_and_does_not_block_the_others()
    {
        var story = new Story();
        CommitmentId blood = CommitmentId.New(), sugar = CommitmentId.New();
        story.Given(new Request(blood, Test("blood count")), CallCentre).Given(new Request(sugar, Test("sugar")), CallCentre)
            .Given(new Request(story.Id, Test("panel") with { Readings = [Some.Words("dengue panel"), Some.Words("fever panel")] }), CallCentre);

        foreach (CommitmentId clear in new[] { blood, sugar })
            story.When(new MakePromise(clear, story.Of(clear).Promise with { PromisedDue = Some.Due() }), CallCentre).Then(typeof(Promised));

        story.It.Promise.IsAmbiguous.Should().BeTrue();
        story.It.Promise.Readings.Should().Equal(Some.Words("dengue panel"), Some.Words("fever panel"));
        story.It.Conversation.Should().Be(Conversation.Requested);
        story.Brief().ToText().Should().Contain("may mean dengue panel or fever panel");
    }

    [Fact]
    public void What_is_ambiguous_cannot_be_stated_before_it_is_clear()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Readings = [Some.Words("dengue panel"), Some.Words("fever panel")] });

        story.When(new StateDone(story.Id)).ThenIsRefused("ambiguous");
        story.When(new Clarify(story.Id, Some.Words("dengue panel"))).Then(typeof(Clarified));

        story.When(new StateDone(story.Id)).Then(typeof(Stated));
        story.When(new Clarify(story.Id, Some.Words("fever panel"))).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void A_yes_covers_what_and_where()
    {
        Story story = new Story().Given(new Request(CommitmentId.New(), Test("sugar")), CallCentre);

        story.GivenPromise(Test("sugar") with { PromisedDue = Some.Due() }, CallCentre);

        story.Brief().Lines.Should().Contain(line => line.Headline.Contains("test: sugar, place: at home"));
    }

    [Fact]
    [Proves("LAB-03", 'c', 'd')]
    public void The_answer_to_a_pending_item_is_a_commitment_with_a_due_time()
    {
        var story = new Story();
        var answer = CommitmentId.New();

        story.When(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).Then(typeof(Requested), typeof(Promised));

        (story.Of(answer).IsPromised, story.Of(answer).DueTimes!.Due).Should().Be((true, Some.Monday + Duration.FromMinutes(30)));
        story.Of(answer).Lineage.Should().Be(new Lineage(LineageKind.AnswerTo, story.Id));
        story.Brief().Lines.Select(line => line.Kind).Should().Equal(BriefingLineKind.Promise, BriefingLineKind.Request);
    }

    [Theory]
    [InlineData("promise")]
    [InlineData("offer")]
    [InlineData("decline")]
    [Proves("LAB-03", 'c')]
    public void Whatever_answers_the_request_keeps_the_promise_to_answer(string with)
    {
        var story = new Story();
        var answer = CommitmentId.New();
        story.Given(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).After(Duration.FromMinutes(10));
        Promise yes = Test("third test") with { PromisedDue = Some.Due() };

        story.Given(with switch { "promise" => new MakePromise(story.Id, yes), "offer" => new Offer(story.Id, yes), _ => new Decline(story.Id, Some.Words("not at home")) }, CallCentre);

        story.Of(answer).Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void An_answer_that_comes_too_late_keeps_its_promise_late()
    {
        var story = new Story();
        var answer = CommitmentId.New();
        story.Given(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).After(Duration.FromMinutes(31));

        story.Given(new Decline(story.Id, Some.Words("not at home")));

        story.Of(answer).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void An_offer_a_counter_and_a_second_offer_lead_to_one_promise_under_one_reference()
    {
        var story = new Story();
        story.Given(new Request(story.Id, Some.Promise()));
        PromiseReference reference = story.It.Reference;

        story.Given(new Offer(story.Id, Some.Promise(Term.Of("adults", 3)))).Given(new Counter(story.Id, Some.Promise(Term.Of("adults", 4))))
            .Given(new Offer(story.Id, Some.Promise(Term.Of("adults", 4), Term.Of("rooms", 2)))).Given(new MakePromise(story.Id, Some.Promise(Term.Of("adults", 4), Term.Of("rooms", 2))));

        story.It.Reference.Should().Be(reference);
        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.Record.History.Promised.Should().Be(1);
    }

    [Fact]
    public void Nothing_binds_before_it_is_promised()
    {
        Story story = new Story();
        story.Given(new Offer(story.Id, Some.Promise()));

        story.It.Bindingness.Should().Be(Bindingness.Unbound);
        story.When(new StateDone(story.Id)).ThenIsRefused("out_of_turn").LegalNow.Should().Contain(["promise", "counter", "decline", "withdraw"]);
        story.Given(new Withdraw(story.Id, Some.Words("sold out"))).It.Conversation.Should().Be(Conversation.Withdrawn);
        story.Record.History.Withdrawn.Should().Be(0);
    }

    [Fact]
    public void A_declined_request_is_closed()
    {
        var story = new Story();
        story.Given(new Request(story.Id, Some.Promise())).Given(new Decline(story.Id, Some.Words("Three is the limit.")));

        story.It.Conversation.Should().Be(Conversation.Declined);
        story.When(new Offer(story.Id, Some.Promise())).ThenIsRefused("commitment_closed");
        story.When(new Counter(story.Id, Some.Promise())).ThenIsRefused("commitment_closed");
        story.When(new MakePromise(story.Id, Some.Promise())).ThenIsRefused("commitment_closed");
    }

    [Fact]
    public void Ids_are_used_once_and_answers_are_not_due_in_the_past()
    {
        Story story = new Story().GivenPromise();

        story.When(new Request(story.Id, Some.Promise())).ThenIsRefused("commitment_exists");
        CommitmentId twice = CommitmentId.New();
        story.When(new Request(twice, Some.Promise()) { Answer = WithinHalfAnHour(twice) }).ThenIsRefused("commitment_exists");
        story.After(Duration.FromHours(1)).When(new Request(twice, Some.Promise()) { Answer = WithinHalfAnHour(CommitmentId.New()) }).ThenIsRefused("due_in_past");
    }

    [Fact]
    [Proves("LAB-15", 'a', 'b')]
    public void The_customers_choice_is_recorded_as_a_term()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Choices = [Choice.Of("payment", [Option.Of("UPI"), Option.Of("card")])] });
        story.Brief().CustomersSteps.Should().ContainSingle().Which.ToString().Should().Be("choose payment: UPI or card");

        story.When(new Choose(story.Id, "payment", "cash")).ThenIsRefused("option_unknown").CounterOffers.Should().Equal("UPI", "card");
        story.When(new Choose(story.Id, "seat", "aisle")).ThenIsRefused("choice_unknown");
        story.When(new Choose(story.Id, "payment", "card")).Then(typeof(Chosen));

        story.It.Promise.Terms.Should().Contain(Term.Of("payment", "card"));
        story.It.ChoicesMade.Should().Equal("payment");
        story.When(new Choose(story.Id, "payment", "UPI")).ThenIsRefused("out_of_turn");
    }

    [Fact]
    [Proves("LAB-16", 'a')]
    public void What_the_chosen_option_needs_is_a_precondition_of_the_visit()
    {
        Option card = Option.Of("card") with { Needs = [Precondition.ByUs("terminal with the technician")] };
        Promise visit = Some.Promise() with { Choices = [Choice.Of("payment", [Option.Of("UPI"), card])] };
        Story story = new Story().GivenPromise(visit), without = new Story().GivenPromise(visit);

        story.Given(new Choose(story.Id, "payment", "card"));
        without.Given(new Choose(without.Id, "payment", "UPI")).It.UnmetPreconditions.Should().BeEmpty();

        story.It.Bindingness.Should().Be(Bindingness.Conditional);
        story.When(new StateDone(story.Id)).ThenIsRefused("precondition_open").Details.Should().Equal("terminal with the technician");
    }

    [Fact]
    [Proves("LAB-14", 'a', 'b')]
    public void The_option_that_meets_the_customers_goal_comes_first()
    {
        Term oneVisit = Term.AtMost("visits", 1);
        Choice procedure = Choice.Of("procedure", [
            Option.Of("wait and repeat") with { Brings = [Term.Of("visits", 2)] },
            Option.Of("both parts now") with { Brings = [Term.Of("visits", 1)] }]);
        Story story = new Story().GivenPromise(Some.Promise(oneVisit) with { Choices = [procedure] });

        story.Brief().CustomersSteps.Single().Options.Should().Equal("both parts now", "wait and repeat");
        story.It.Promise.Terms.Should().Contain(oneVisit);
    }
}
