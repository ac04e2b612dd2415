namespace CommitmentLedger;

/// <summary>A promise was confirmed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">What the confirmation rests on.</param>
/// <param name="Words">What the customer was told, or null when the customer was not told.</param>
public sealed record Confirmed(CommitmentId Commitment, Basis Basis, Words? Words) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Assurances = commitment.Assurances.Add(new Assurance(entry.By, entry.OccurredAt, Basis, Words)),
    };
}
