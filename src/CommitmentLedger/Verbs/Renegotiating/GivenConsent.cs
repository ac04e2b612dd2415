using NodaTime;

namespace CommitmentLedger;

/// <summary>A consent and when it was given.</summary>
/// <param name="Consent">Who agreed, and what they were shown.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">Who recorded it.</param>
public sealed record GivenConsent(Consent Consent, Instant At, Actor HeardBy);
