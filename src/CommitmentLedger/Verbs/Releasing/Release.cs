namespace CommitmentLedger.Commands;

/// <summary>Records that the customer lets us go from a promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">The customer's words.</param>
public sealed record Release(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Release;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) => new Released(Commitment, Reason);
}
