namespace CommitmentLedger.Events;

/// <summary>An entitlement got a new validity as another commitment.</summary>
/// <param name="Commitment">The entitlement.</param>
/// <param name="Successor">The commitment that took its place.</param>
/// <param name="ApprovedBy">The person who approved the extension.</param>
/// <param name="From">The validity before.</param>
/// <param name="To">The validity since.</param>
public sealed record CarriedForward(CommitmentId Commitment, CommitmentId Successor, Actor ApprovedBy, Deadline From, Deadline To) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Superseded, entry);
}
