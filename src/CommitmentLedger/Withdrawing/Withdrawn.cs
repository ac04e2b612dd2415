namespace CommitmentLedger;

/// <summary>We took a promise back.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Withdrawn(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Withdrawn, entry, Reason);
}
