namespace CommitmentLedger.Events;

/// <summary>The offer of a handoff was taken back before it was answered.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record HandoffRetracted(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with { Handoff = null };
}
