namespace CommitmentLedger.Events;

/// <summary>A precondition never came.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why it is over.</param>
public sealed record Expired(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Expired, entry, Reason);
}
