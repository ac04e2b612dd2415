namespace CommitmentLedger.Commands;

/// <summary>Records that what the customer had to bring about never came, so that the promise is over without having bound us.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why it is over, in words that can be said to the customer.</param>
public sealed record Expire(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Expire;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.WaitsForCustomer
            ? new Expired(Commitment, Reason)
            : new Refusal("waits_for_us", "Something that is missing is ours or a supplier's to bring about. Meet it, renegotiate, or record that the promise is broken.");
}
