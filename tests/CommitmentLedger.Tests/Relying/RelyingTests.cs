namespace CommitmentLedger.Tests.Relying;

/// <summary>What the customer did because of a promise is kept with it.</summary>
public class RelyingTests
{
    [Fact]
    [Proves("HOTEL-17", 'a')]
    public void What_the_customer_did_because_of_a_promise_is_listed()
    {
        Story story = new Story().GivenPromise();

        story.When(new Rely(story.Id, Some.Words("Drove three hours with the family."))).Then(typeof(Relied));

        story.It.RelianceActs.Should().Equal(new RelianceAct(Some.Monday, Some.Words("Drove three hours with the family."), Some.Membership));
        story.It.Stakes.Should().Be(Stakes.Raised);
        story.Brief().ToText().Should().Contain("Drove three hours with the family.");
    }

    [Fact]
    public void It_counts_after_the_promise_was_broken_too_and_never_before_there_was_one()
    {
        Story broken = new Story().GivenPromise(), asked = new Story();
        broken.Given(new Break(broken.Id, Some.Words("The room is taken.")));
        asked.Given(new Request(asked.Id, Some.Promise()));

        broken.Given(new Rely(broken.Id, Some.Words("Paid for the flights."))).It.RelianceActs.Should().ContainSingle();
        asked.When(new Rely(asked.Id, Some.Words("Paid for the flights."))).ThenIsRefused("out_of_turn");
    }
}
