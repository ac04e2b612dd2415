namespace CommitmentLedger.Commands;

/// <summary>Says no before anything is promised: ours to a request or a counter, the customer's to an offer.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Decline(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Decline;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new Declined(Commitment, Reason);
}
