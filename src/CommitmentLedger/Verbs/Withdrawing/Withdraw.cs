namespace CommitmentLedger.Commands;

/// <summary>Takes a promise or an offer back. A promise that is taken back counts against us; the customer is owed the reason.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Withdraw(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Withdraw;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) => new Withdrawn(Commitment, Reason);
}
