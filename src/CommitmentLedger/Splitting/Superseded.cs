namespace CommitmentLedger;

/// <summary>A part that was proposed is dropped, because the customer did not agree to the split or the whole ended without it.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Superseded(CommitmentId Commitment) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Superseded, entry);
}
