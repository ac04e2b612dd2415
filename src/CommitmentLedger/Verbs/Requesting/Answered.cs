namespace CommitmentLedger.Events;

/// <summary>The answer that was promised was given. The customer has it, so that nobody has to agree that it came.</summary>
/// <param name="Commitment">The promise to answer.</param>
/// <param name="As">Kept or KeptLate, judged by when the answer came.</param>
public sealed record Answered(CommitmentId Commitment, Bindingness As) : CommitmentEvent(Commitment)
{
    /// <summary>When the answer came, and the dates that this is held against.</summary>
    public required ClosingDates Dates { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) =>
        commitment.Close(As, entry, reason: null, Dates) with { Conversation = Conversation.Stated, Statement = new Statement(entry.By, entry.OccurredAt, []) };
}
