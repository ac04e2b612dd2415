using NodaTime;

namespace CommitmentLedger;

/// <summary>How a part of a split commitment closed: told below the whole, and never counted beside it.</summary>
/// <param name="Commitment">The part.</param>
/// <param name="How">How it closed.</param>
/// <param name="Owner">The team that was responsible for it.</param>
/// <param name="DoneAt">When it was done, or null when it was not.</param>
/// <param name="Due">The date that it was held to, or null when there was none.</param>
public sealed record ClosedPart(CommitmentId Commitment, Bindingness How, Team Owner, Instant? DoneAt, Instant? Due);
