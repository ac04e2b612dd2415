namespace CommitmentLedger;

/// <summary>Confirms a promise that somebody gave: an assurance, never a second promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">What the confirmation rests on.</param>
/// <param name="Words">What the customer is told, or null when the customer is not told.</param>
public sealed record Confirm(CommitmentId Commitment, Basis Basis, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Confirm", "an open promise", commitment => commitment.Stands);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.Assurances.Count >= Refusals.MaxListed ? Refusals.TooMany("assurances") : new Confirmed(Commitment, Basis, Words);
}
