namespace CommitmentLedger.Events;

/// <summary>Another team took a commitment over.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Owner">The team that is responsible from now on.</param>
public sealed record HandoffAccepted(CommitmentId Commitment, Team Owner) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with { Owner = Owner, Handoff = null };
}
