namespace CommitmentLedger;

/// <summary>Where a commitment stands on the three axes that are stored. The fourth, health, depends on the time of asking.</summary>
/// <param name="Conversation">How far the conversation has come.</param>
/// <param name="Bindingness">Whether we are bound, and how that ended.</param>
/// <param name="Clock">Whether the clock runs.</param>
public sealed record Standing(Conversation Conversation, Bindingness Bindingness, ClockState Clock);
