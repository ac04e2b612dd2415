namespace CommitmentLedger.Commands;

/// <summary>Records that a promise was not kept, or can no longer be.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">The reason, in words that can be said to the customer.</param>
public sealed record Break(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Break;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) => new Broken(Commitment, Reason);
}
