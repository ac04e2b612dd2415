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
    public void A_question_that_is_noted_late_is_not_the_last_one()
    {
        Story story = new Story().GivenPromise().After(Duration.FromDays(2));
        story.Given(new AskAgain(story.Id, Some.Words("I am not sure.")), Some.Reception);

        story.Given(new AskAgain(story.Id, Some.Words("Four?")) { OccurredAt = Some.Monday + Duration.FromHours(1) }, Some.PhoneLine);

        story.It.Doubt.Should().Be(
            new Doubt(2, Some.Monday + Duration.FromHours(1), Some.Monday + Duration.FromDays(2), Some.Reception, Some.Words("I am not sure.")));
    }

    [Fact]
    public void Silence_does_not_count_though_an_earlier_question_is_noted_after_the_customer_spoke()
    {
        Story story = new Story().GivenPromise();
        var told = new SilenceAgrees(Some.Due(Some.Monday + Duration.FromDays(5)), Channel.Email, Some.Monday + Duration.FromDays(1));
        story.After(Duration.FromDays(1)).Given(new StateDone(story.Id) { SilenceAgrees = told });
        story.After(Duration.FromDays(1)).Given(new AskAgain(story.Id, Some.Words("I am not sure.")));
        story.After(Duration.FromDays(1)).Given(new AskAgain(story.Id, Some.Words("Four?")) { OccurredAt = Some.Monday + Duration.FromHours(1) });

        story.After(Duration.FromDays(3)).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
    }

    [Fact]
    public void Only_about_a_promise_that_stands_can_the_customer_ask_again()
    {
        Story story = new Story().Given(new Offer(CommitmentId.New(), Some.Promise()));

        story.GivenPromise(Some.Promise() with { Matter = null }).Given(new Release(story.Id, Some.Words()));

        story.When(new AskAgain(story.Id)).ThenIsRefused("commitment_closed").LegalNow.Should().Equal("record-account", "rely");
    }
}
