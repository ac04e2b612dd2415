namespace CommitmentLedger.Commands;

/// <summary>Takes a promise or an offer back. A promise that is taken back counts against us; the customer is owed the reason.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Withdraw(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Withdraw",
        "an offer or an open promise",
        commitment => commitment.Stands || commitment is { IsUnbound: true, Conversation: Conversation.Offered },
        MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Withdrawn(Commitment, Reason);
}
