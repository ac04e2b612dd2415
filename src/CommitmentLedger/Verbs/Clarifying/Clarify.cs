namespace CommitmentLedger.Commands;

/// <summary>Records which of the candidate readings of an ambiguous item is meant.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reading">The reading that is meant: one of the candidates, or a new one that the customer gave.</param>
public sealed record Clarify(CommitmentId Commitment, Words Reading) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Clarify;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) => new Clarified(Commitment, Reading);
}
