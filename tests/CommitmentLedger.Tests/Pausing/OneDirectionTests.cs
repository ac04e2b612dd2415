using NodaTime;

namespace CommitmentLedger.Tests.Pausing;

/// <summary>The clock knows only one direction: what moves it cannot have happened before it last moved.</summary>
public class OneDirectionTests
{
    private static readonly Instant Noon = Some.Monday + Duration.FromHours(2);

    private static Story PausedUntilNoon()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByUs("room inspected")] });
        return story.After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Us, "system is down")).At(Noon).Given(new Resume(story.Id)).After(Duration.FromHours(1));
    }

    private static Command Verb(string name, CommitmentId id) => name switch
    {
        nameof(Pause) => new Pause(id, Party.Us, "again"),
        nameof(Renegotiate) => new Renegotiate(id, Some.Promise(Term.Of("adults", 3))) { Consent = Some.Consent() },
        nameof(Split) => new Split(id, [new Part(CommitmentId.New(), Some.Promise()), new Part(CommitmentId.New(), Some.Promise())], Some.Consent()),
        nameof(Release) => new Release(id, Some.Words()),
        nameof(Withdraw) => new Withdraw(id, Some.Words()),
        nameof(Break) => new Break(id, Some.Words()),
        nameof(MeetPrecondition) => new MeetPrecondition(id, "room inspected"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory]
    [InlineData(nameof(Pause))]
    [InlineData(nameof(Renegotiate))]
    [InlineData(nameof(Split))]
    [InlineData(nameof(Release))]
    [InlineData(nameof(Withdraw))]
    [InlineData(nameof(Break))]
    [InlineData(nameof(MeetPrecondition))]
    public void What_moves_the_clock_cannot_have_happened_before_it_last_moved(string verb)
    {
        Story story = PausedUntilNoon();
        Command command = Verb(verb, story.Id);

        story.When(command with { OccurredAt = Noon - Duration.FromMinutes(1) }).ThenIsRefused("out_of_order");
        story.When(command with { OccurredAt = Noon }).ThenIsRecorded();
    }

    [Fact]
    public void Nothing_is_stated_before_the_clock_last_moved_nor_accepted_before_it_was_stated()
    {
        Story story = PausedUntilNoon();
        story.Given(new MeetPrecondition(story.Id, "room inspected"));

        story.When(new StateDone(story.Id) { OccurredAt = Noon - Duration.FromMinutes(1) }).ThenIsRefused("out_of_order");
        story.Given(new StateDone(story.Id)).When(new Accept(story.Id) { OccurredAt = Noon }).ThenIsRefused("out_of_order");
    }

    [Fact]
    public void Nothing_expires_before_the_clock_last_moved()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit paid")] });

        story.After(Duration.FromHours(1)).When(new Expire(story.Id, Some.Words()) { OccurredAt = Some.Monday - Duration.FromMinutes(1) }).ThenIsRefused("out_of_order");
    }
}
