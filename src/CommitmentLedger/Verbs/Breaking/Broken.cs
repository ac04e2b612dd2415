namespace CommitmentLedger.Events;

/// <summary>A promise was not kept.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">The reason, in words that can be said to the customer.</param>
public sealed record Broken(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Broken, entry, Reason);
}
