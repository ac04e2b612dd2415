namespace CommitmentLedger.Commands;

/// <summary>Records what the customer did because of a promise. It counts when somebody decides whether to honour it.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Act">The customer's act.</param>
public sealed record Rely(CommitmentId Commitment, Words Act) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Rely;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.RelianceActs.Count >= Refusals.MaxListed ? Refusals.TooMany("reliance acts") : new Relied(Commitment, Act);
}
