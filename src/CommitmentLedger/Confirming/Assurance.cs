using NodaTime;

namespace CommitmentLedger;

/// <summary>An independent confirmation of an existing promise; never a second promise.</summary>
/// <param name="By">Who confirmed.</param>
/// <param name="At">When.</param>
/// <param name="Basis">What the confirmation rests on.</param>
/// <param name="Words">What the customer was told, or null when the customer was not told.</param>
public sealed record Assurance(Actor By, Instant At, Basis Basis, Words? Words);
