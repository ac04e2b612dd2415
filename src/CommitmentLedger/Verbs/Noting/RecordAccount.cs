namespace CommitmentLedger.Commands;

/// <summary>Records what the customer says about a promise, beside our own record and never instead of it. Closed ones take it too.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's own words.</param>
public sealed record RecordAccount(CommitmentId Commitment, Words Words) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.RecordAccount;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) => new AccountRecorded(Commitment, Words);
}
