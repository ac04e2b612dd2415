using NodaTime;

namespace CommitmentLedger.Tests.AskingAgain;

/// <summary>Doubt is heard, counted and passed on.</summary>
public class AskingAgainTests
{
    [Fact]
    public void Asking_again_is_counted_with_the_last_words()
    {
        Story story = new Story().GivenPromise();

        story.Given(new AskAgain(story.Id, Some.Words("Are you sure?")), Some.PhoneLine).After(Duration.FromDays(1))
            .Given(new AskAgain(story.Id, Some.Words("Really four?")), Some.Membership);

        story.It.Doubt.Should().Be(
            new Doubt(2, Some.Monday, Some.Monday + Duration.FromDays(1), Some.Membership, Some.Words("Really four?")));
    }

    [Fact]
    public void Only_about_a_promise_that_stands_can_the_customer_ask_again()
    {
        Story story = new Story().Given(new Offer(CommitmentId.New(), Some.Promise()));

        story.GivenPromise(Some.Promise() with { Matter = null }).Given(new Release(story.Id, Some.Words()));

        story.When(new AskAgain(story.Id)).ThenIsRefused("commitment_closed").LegalNow.Should().Equal("record-account", "rely");
    }
}
