namespace CommitmentLedger.Commands;

/// <summary>Records which of the candidate readings of an ambiguous item is meant.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reading">The reading that is meant: one of the candidates, or a new one that the customer gave.</param>
public sealed record Clarify(CommitmentId Commitment, Words Reading) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Clarify", "an ambiguous item", commitment => commitment is { IsOpen: true, IsSplit: false, Promise.IsAmbiguous: true });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Clarified(Commitment, Reading);
}
