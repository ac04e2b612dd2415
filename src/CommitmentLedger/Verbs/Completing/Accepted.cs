namespace CommitmentLedger.Events;

/// <summary>The customer agreed that it is done.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="As">Kept, KeptLate, PartiallyKept or Broken, judged term by term and by when it was done.</param>
/// <param name="Yes">How the customer said so, or null when nobody noted it.</param>
public sealed record Accepted(CommitmentId Commitment, Bindingness As, CustomersYes? Yes) : CommitmentEvent(Commitment)
{
    /// <summary>Whether the customer did not speak up in the time that the customer was told of.</summary>
    public bool BySilence { get; init; }

    /// <summary>When it was done, and the first and the last date that this is held against.</summary>
    public required ClosingDates Dates { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) =>
        commitment.Close(As, entry, Yes?.Words, Dates) with { Conversation = Conversation.Accepted, WasAcceptedBySilence = BySilence };
}
