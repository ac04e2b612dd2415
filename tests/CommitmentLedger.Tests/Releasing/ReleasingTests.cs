namespace CommitmentLedger.Tests.Releasing;

/// <summary>The customer lets us go.</summary>
public class ReleasingTests
{
    [Fact]
    public void A_promise_from_which_the_customer_releases_us_is_over_and_counts_neither_as_kept_nor_as_broken()
    {
        Story story = new Story().GivenPromise();

        story.When(new Release(story.Id, Some.Words("We stay elsewhere."))).Then(typeof(Released));

        (story.It.Bindingness, story.It.Clock.State, story.It.Closing!.Reason).Should().Be((Bindingness.Released, ClockState.Stopped, Some.Words("We stay elsewhere.")));
        CustomerHistory history = story.Record.History;
        (history.Released, history.Kept, history.Broken, history.Withdrawn).Should().Be((1, 0, 0, 0));
    }

    [Fact]
    public void What_was_only_offered_binds_nobody_so_that_nobody_is_released()
    {
        Story story = new Story();
        story.Given(new Offer(story.Id, Some.Promise()));

        story.When(new Release(story.Id, Some.Words())).ThenIsRefused("out_of_turn").LegalNow.Should().Contain("decline");
    }
}
