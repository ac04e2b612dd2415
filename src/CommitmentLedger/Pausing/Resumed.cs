namespace CommitmentLedger;

/// <summary>A paused clock ran again.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Resumed(CommitmentId Commitment) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with { Clock = commitment.Clock.Resume(entry.OccurredAt) };
}
