namespace CommitmentLedger;

/// <summary>Confirms a promise that somebody gave: an assurance, never a second promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">What the confirmation rests on.</param>
/// <param name="Words">What the customer is told, or null when the customer is not told.</param>
public sealed record Confirm(CommitmentId Commitment, Basis Basis, Words? Words = null) : CommitmentCommand(Commitment)
{
    /// <summary>The most assurances that one commitment holds.</summary>
    private const int MaxAssurances = 100;

    internal static readonly Verb Definition = new("Confirm", "an open promise", commitment => commitment.IsOpen);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.Assurances.Count >= MaxAssurances
            ? new Refusal("too_many_assurances", $"This promise was confirmed {MaxAssurances} times. One more yes adds nothing; see to it that it is kept.")
            : new Confirmed(Commitment, Basis, Words);
}
