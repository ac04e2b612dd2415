namespace CommitmentLedger;

/// <summary>Records that the customer agrees that it is done. How it closes follows from what was delivered, and when.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What the customer said, or null when nobody noted it.</param>
public sealed record Accept(CommitmentId Commitment, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Accept", "a promise that was stated as done", commitment => commitment is { IsOpen: true, Conversation: Conversation.Stated });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new Accepted(Commitment, commitment.Statement!.Judge(commitment.Promise), Words);
}
