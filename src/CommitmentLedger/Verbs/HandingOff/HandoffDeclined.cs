namespace CommitmentLedger.Events;

/// <summary>Another team did not take a commitment over.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record HandoffDeclined(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with { Handoff = null };
}
