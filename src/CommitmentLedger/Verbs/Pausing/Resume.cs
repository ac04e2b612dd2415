namespace CommitmentLedger.Commands;

/// <summary>Lets a paused clock run again.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Resume(CommitmentId Commitment) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Resume", "a promise whose clock is paused", commitment => commitment is { Stands: true, Clock.State: ClockState.Paused }, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Resumed.TryMake(commitment, at, out Resumed? resumed) is { } untimely ? untimely : resumed!;
}
