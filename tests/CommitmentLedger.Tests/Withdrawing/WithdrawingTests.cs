namespace CommitmentLedger.Tests.Withdrawing;

/// <summary>We take back what we promised or offered.</summary>
public class WithdrawingTests
{
    [Fact]
    public void A_promise_that_is_taken_back_counts_against_us_and_an_offer_does_not()
    {
        Story promised = new Story().GivenPromise(), offered = new Story();
        offered.Given(new Offer(offered.Id, Some.Promise()));

        foreach (Story story in new[] { promised, offered }) story.When(new Withdraw(story.Id, Some.Words("Sold out."))).Then(typeof(Withdrawn));

        (promised.It.Bindingness, promised.It.Conversation, promised.Record.History.Withdrawn).Should().Be((Bindingness.Withdrawn, Conversation.Promised, 1));
        (offered.It.Bindingness, offered.It.Conversation, offered.Record.History.Withdrawn).Should().Be((Bindingness.Unbound, Conversation.Withdrawn, 0));
    }

    [Fact]
    public void A_request_is_declined_and_not_withdrawn()
    {
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise()));

        story.When(new Withdraw(story.Id, Some.Words())).ThenIsRefused("out_of_turn").LegalNow.Should().Contain("decline");
    }
}
