namespace CommitmentLedger.Conformance.Tests;

/// <summary>The judge of recorded calls, on histories that are short enough to judge by hand.</summary>
public class JudgeTests
{
    private static readonly CommandId One = CommandId.New();
    private static readonly CommandId Two = CommandId.New();

    [Fact]
    public void Two_winners_at_one_version_cannot_be_explained() => Judge.Explains(
    [
        Append(One, 0, "Appended(1)", 1, 4),
        Append(Two, 0, "Appended(1)", 2, 3),
    ]).Should().BeFalse();

    [Fact]
    public void Overlapping_calls_may_be_explained_in_either_order() => Judge.Explains(
    [
        Append(One, 0, "Conflict(1)", 1, 4),
        Append(Two, 0, "Appended(1)", 2, 3),
    ]).Should().BeTrue();

    [Fact]
    public void A_load_that_began_after_an_append_ended_must_see_it() => Judge.Explains(
    [
        Append(One, 0, "Appended(1)", 1, 2),
        Load("version 0, no command", 3, 4),
    ]).Should().BeFalse();

    [Fact]
    public void A_call_of_unknown_outcome_may_show_late() => Judge.Explains(
    [
        Append(One, 0, answer: null, 1, long.MaxValue),
        Load("version 0, no command", 2, 3),
        Load("version 1, no command", 4, 5),
    ]).Should().BeTrue();

    [Fact]
    public void A_call_of_unknown_outcome_may_never_have_happened() => Judge.Explains(
    [
        Append(One, 0, answer: null, 1, long.MaxValue),
        Append(Two, 0, "Appended(1)", 2, 3),
    ]).Should().BeTrue();

    [Fact]
    public void What_was_seen_cannot_vanish_again() => Judge.Explains(
    [
        Append(One, 0, answer: null, 1, long.MaxValue),
        Load("version 1, no command", 2, 3),
        Load("version 0, no command", 4, 5),
    ]).Should().BeFalse();

    [Fact]
    public void The_same_command_cannot_be_appended_twice() => Judge.Explains(
    [
        Append(One, 0, "Appended(1)", 1, 2),
        Append(One, 1, "Appended(2)", 3, 4),
    ]).Should().BeFalse();

    private static RecordedCall Append(CommandId command, long expected, string? answer, long began, long ended) =>
        new(0, new StreamCall.Append(command, default, expected, 1), answer, began, ended);

    private static RecordedCall Load(string answer, long began, long ended) => new(1, new StreamCall.Load(CommandId.New()), answer, began, ended);
}
