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
}
