namespace CommitmentLedger.Tests.Expiring;

/// <summary>What the customer had to bring about never came.</summary>
public class ExpiringTests
{
    [Fact]
    public void A_precondition_of_the_customers_that_never_came_lets_the_promise_expire()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit paid")] });

        story.Given(new Expire(story.Id, Some.Words("No deposit came.")));

        story.It.Bindingness.Should().Be(Bindingness.Expired);
        story.It.WaitsForCustomer.Should().BeFalse("nobody waits any more");
    }

    [Fact]
    public void What_waits_for_us_does_not_expire()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByUs("room inspected")] });

        story.When(new Expire(story.Id, Some.Words())).ThenIsRefused("waits_for_us");
    }
}
