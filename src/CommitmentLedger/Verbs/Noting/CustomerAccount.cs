using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's own account of a promise, kept beside ours and never merged into it.</summary>
/// <param name="Words">The customer's words.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">The actor who heard it.</param>
public sealed record CustomerAccount(Words Words, Instant At, Actor HeardBy);
