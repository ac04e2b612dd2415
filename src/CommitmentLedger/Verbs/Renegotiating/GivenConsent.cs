using NodaTime;

namespace CommitmentLedger;

/// <summary>A consent and when it was given.</summary>
/// <param name="Consent">The agreement, with the content that was shown.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">The actor who recorded it.</param>
public sealed record GivenConsent(Consent Consent, Instant At, Actor HeardBy);
