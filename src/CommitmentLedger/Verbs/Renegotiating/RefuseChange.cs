namespace CommitmentLedger.Commands;

/// <summary>Records the customer's no to other words or to a split. The original stands as it stood; its clock and its owner never changed.</summary>
/// <param name="Commitment">The commitment, or a part that was proposed.</param>
/// <param name="Words">The customer's words.</param>
public sealed record RefuseChange(CommitmentId Commitment, Words Words) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.RefuseChange;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new ChangeRefused(record.WholeOf(commitment).Id, Words);
}
