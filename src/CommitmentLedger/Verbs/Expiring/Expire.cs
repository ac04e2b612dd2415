namespace CommitmentLedger.Commands;

/// <summary>Records that what the customer had to bring about never came, so that the promise is over without having bound us.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why it is over, in words that can be said to the customer.</param>
public sealed record Expire(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Expire", "a promise that waits for a precondition", commitment => commitment is { Stands: true, Bindingness: Bindingness.Conditional }, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.WaitsForCustomer
            ? new Expired(Commitment, Reason)
            : new Refusal("waits_for_us", "Something that is missing is ours or a supplier's to bring about. Meet it, renegotiate, or record that the promise is broken.");
}
