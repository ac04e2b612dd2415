namespace CommitmentLedger;

/// <summary>All parts of a split commitment are closed, and so is the whole.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Superseded(CommitmentId Commitment) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Superseded, entry);
}
