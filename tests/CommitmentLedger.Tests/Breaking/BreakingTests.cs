using NodaTime;

namespace CommitmentLedger.Tests.Breaking;

/// <summary>That a promise was not kept is said with its reason.</summary>
public class BreakingTests
{
    [Fact]
    [Proves("HOTEL-25", 'a')]
    public void A_broken_promise_of_which_the_doubting_customer_was_assured_weighs_one_step_more()
    {
        Story assured = new Story().GivenPromise(), other = new Story().GivenPromise();
        assured.Given(new AskAgain(assured.Id)).Given(new Confirm(assured.Id, Basis.Word, Some.Words()));

        foreach (Story story in new[] { assured, other }) story.Given(new Break(story.Id, Some.Words()));

        ((int)assured.It.Stakes).Should().Be((int)other.It.Stakes + 1);
    }

    [Fact]
    public void A_promise_that_cannot_be_kept_is_broken_before_it_is_due_and_tells_why()
    {
        Story story = new Story().GivenPromise();

        story.After(Duration.FromHours(1)).When(new Break(story.Id, Some.Words("The room is taken."))).Then(typeof(Broken));

        story.It.Closing.Should().Be(new CommitmentLedger.Closing(Some.Monday + Duration.FromHours(1), Some.Membership, Some.Words("The room is taken.")));
        story.Record.History.Broken.Should().Be(1);
        story.Brief().ToText().Should().Contain("The room is taken.");
    }
}
