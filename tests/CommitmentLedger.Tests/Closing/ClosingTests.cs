namespace CommitmentLedger.Tests.Closing;

public class ClosingTests
{
    public static TheoryData<string, Bindingness> Closings => new()
    {
        { nameof(Release), Bindingness.Released },
        { nameof(Withdraw), Bindingness.Withdrawn },
        { nameof(Break), Bindingness.Broken },
    };

    private static Command Closing(string verb, CommitmentId id) => verb switch
    {
        nameof(Release) => new Release(id, Some.Words()),
        nameof(Withdraw) => new Withdraw(id, Some.Words()),
        _ => new Break(id, Some.Words()),
    };

    [Theory]
    [MemberData(nameof(Closings))]
    public void An_open_promise_closes_once_and_as_one_thing(string verb, Bindingness expected)
    {
        Story story = new Story().GivenPromise();

        story.Given(Closing(verb, story.Id));

        story.It.Bindingness.Should().Be(expected);
        story.It.Closing!.Reason.Should().Be(Some.Words());
        foreach (string other in new[] { nameof(Release), nameof(Withdraw), nameof(Break) })
        {
            Refusal refusal = story.When(Closing(other, story.Id)).ThenIsRefused("commitment_closed");
            refusal.Found!.Bindingness.Should().Be(expected);
            refusal.LegalNow.Should().Equal("record-account", "rely");
        }
    }
}
