namespace CommitmentLedger.Events;

/// <summary>The customer let us go from a promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">The customer's words.</param>
public sealed record Released(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Released, entry, Reason);
}
