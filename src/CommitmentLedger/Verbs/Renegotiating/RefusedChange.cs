using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's no to a change.</summary>
/// <param name="Words">What the customer said.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">Who recorded it.</param>
public sealed record RefusedChange(Words Words, Instant At, Actor HeardBy);
