namespace CommitmentLedger.Events;

/// <summary>The customer wanted it differently.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Wish">The customer's wish instead.</param>
public sealed record Countered(CommitmentId Commitment, Promise Wish) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) =>
        commitment.Speak(Wish, entry) with { Conversation = Conversation.Countered };
}
