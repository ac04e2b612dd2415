namespace CommitmentLedger.Commands;

/// <summary>Says no before anything is promised: ours to a request or a counter, the customer's to an offer.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Decline(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Decline", "something that is not promised yet", commitment => commitment.IsUnbound);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        [new Declined(Commitment, Reason), .. Answering.Of(commitment, record, at)];
}
