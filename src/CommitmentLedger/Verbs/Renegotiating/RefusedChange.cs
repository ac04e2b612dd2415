using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's no to a change.</summary>
/// <param name="Words">The customer's words.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">The actor who recorded it.</param>
public sealed record RefusedChange(Words Words, Instant At, Actor HeardBy);
