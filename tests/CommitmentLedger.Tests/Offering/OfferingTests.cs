namespace CommitmentLedger.Tests.Offering;

/// <summary>What is said to and fro before anything is promised.</summary>
public class OfferingTests
{
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
    public void What_is_offered_already_is_not_offered_again_under_its_id()
    {
        Story story = new Story();
        story.Given(new Offer(story.Id, Some.Promise()));

        Refusal refusal = story.When(new Offer(story.Id, Some.Promise(Term.Of("adults", 3)))).ThenIsRefused("commitment_exists");

        refusal.Found.Should().Be(new Standing(Conversation.Offered, Bindingness.Unbound, ClockState.NotStarted));
        refusal.LegalNow.Should().Contain(["promise", "counter"]).And.NotContain("offer");
    }
}
