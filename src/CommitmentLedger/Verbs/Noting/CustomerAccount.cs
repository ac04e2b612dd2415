using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's own account of a promise, kept beside ours and never merged into it.</summary>
/// <param name="Words">What the customer said.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">Who heard it.</param>
public sealed record CustomerAccount(Words Words, Instant At, Actor HeardBy);
