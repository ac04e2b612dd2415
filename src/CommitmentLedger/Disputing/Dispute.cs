namespace CommitmentLedger;

/// <summary>Records that the customer says it is not done. The promise stands again, and its clock with it.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's own account; it is kept beside ours.</param>
public sealed record Dispute(CommitmentId Commitment, Words Words) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Dispute", "a promise that was stated as done", commitment => commitment is { IsOpen: true, Conversation: Conversation.Stated });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Disputed(Commitment, Words);
}
