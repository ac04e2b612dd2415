using NodaTime;

namespace CommitmentLedger.Tests.Choosing;

/// <summary>What the customer chooses becomes part of the promise.</summary>
public class ChoosingTests
{
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

    [Fact]
    public void A_choice_takes_the_place_of_the_term_of_its_name_and_of_no_other()
    {
        Choice payment = Choice.Of("payment", [Option.Of("card"), Option.Of("cash")]);
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4), Term.Of("Payment", "to be agreed")) with { Choices = [payment] });

        story.Given(new Choose(story.Id, "payment", "cash"));

        story.It.Promise.Terms.Should().Equal(Term.Of("adults", 4), Term.Of("payment", "cash"));
        story.It.Bindingness.Should().Be(Bindingness.Bound, "cash needs nothing");
    }

    [Fact]
    public void Choosing_what_needs_something_binds_nobody_to_an_offer()
    {
        Choice payment = Choice.Of("payment", [Option.Of("card") with { Needs = [Precondition.ByCustomer("card details")] }]);
        Story story = new Story();
        story.Given(new Offer(story.Id, Some.Promise() with { Choices = [payment] })).Given(new Choose(story.Id, "payment", "card"));

        story.It.Bindingness.Should().Be(Bindingness.Unbound);
    }

    [Fact]
    public void An_option_is_ranked_by_whatever_it_brings_that_the_customer_wants()
    {
        Choice room = Choice.Of("room", [Option.Of("attic") with { Brings = [Term.Of("view", "none")] }, Option.Of("suite") with { Brings = [Term.Of("bath", true), Term.Of("view", "sea")] }]);

        room.Ranked([Term.Of("view", "sea")]).Select(option => option.Name).Should().Equal("suite", "attic");
    }

    private static readonly Promise WithView = Some.Promise(Term.Of("adults", 4)) with
    {
        Choices = [Choice.Of("view", [Option.Of("sea"), Option.Of("garden")])],
    };

    private static readonly Promise Later = WithView with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromHours(4)) };

    [Fact]
    public void What_is_chosen_after_a_unilateral_change_is_owed()
    {
        Story story = new Story().GivenPromise(WithView);
        story.Given(new Renegotiate(story.Id, Later) { IsUnilateral = true }).Given(new Choose(story.Id, "view", "sea"));

        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 4), new TermOutcome("view", "garden")] }).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
    }

    [Fact]
    public void What_is_chosen_while_a_change_waits_for_the_answer_is_in_the_words_that_are_agreed()
    {
        Story story = new Story().GivenPromise(WithView);

        story.Given(new Renegotiate(story.Id, Later)).Given(new Choose(story.Id, "view", "sea")).Given(new GiveConsent(story.Id, Some.Consent()));

        story.It.Promise.Terms.Should().Equal(Term.Of("adults", 4), Term.Of("view", "sea"));
        story.It.OpenChoices.Should().BeEmpty();
    }

    [Fact]
    public void A_choice_that_the_agreed_words_offer_anew_is_open_again()
    {
        Story story = new Story().GivenPromise(WithView);

        story.Given(new Choose(story.Id, "view", "sea")).Given(new Renegotiate(story.Id, Later) { Consent = Some.Consent() });

        story.It.OpenChoices.Should().Equal(WithView.Choices);
    }

    [Theory]
    [InlineData(Party.Us)]
    [InlineData(Party.Supplier)]
    public void What_an_option_makes_ours_to_bring_about_never_lets_us_out(Party by)
    {
        Precondition ours = by == Party.Us ? Precondition.ByUs("deposit") : Precondition.BySupplier("deposit");
        Story story = new Story().GivenPromise(WithView with
        {
            Choices = [Choice.Of("way", [Option.Of("taxi") with { Needs = [ours] }])],
            Preconditions = [Precondition.ByCustomer("deposit")],
        });

        story.Given(new Choose(story.Id, "way", "taxi"));

        story.When(new Expire(story.Id, Some.Words())).ThenIsRefused("waits_for_us");
    }

    [Fact]
    public void An_option_that_needs_only_what_is_met_leaves_the_promise_binding()
    {
        Precondition deposit = Precondition.ByCustomer("deposit");
        Story story = new Story().GivenPromise(WithView with { Choices = [Choice.Of("way", [Option.Of("taxi") with { Needs = [deposit] }])], Preconditions = [deposit] });

        story.Given(new MeetPrecondition(story.Id, "deposit")).Given(new Choose(story.Id, "way", "taxi"));

        story.It.Bindingness.Should().Be(Bindingness.Bound);
    }
}
