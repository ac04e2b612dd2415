namespace CommitmentLedger.Events;

/// <summary>The customer said that it is not done.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's own account.</param>
public sealed record Disputed(CommitmentId Commitment, Words Words) : CommitmentEvent(Commitment)
{
    /// <summary>The instants that it is watched by from now on.</summary>
    public DueTimes? DueTimes { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Hear(Words, entry) with
    {
        Conversation = Conversation.Disputed,
        Bindingness = Bindingness.Bound,
        Clock = commitment.Clock.Reopen(entry.OccurredAt).Value,
        DueTimes = DueTimes,
        Statement = null,
        Closing = null,
        WasAcceptedBySilence = false,
        Objections = commitment.Objections + 1,
    };
}
