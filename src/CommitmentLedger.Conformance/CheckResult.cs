namespace CommitmentLedger.Conformance;

/// <summary>The result of one check.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Level">The check's level.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">Why it failed or why it does not apply; null when it passed.</param>
public sealed record CheckResult(string Check, ConformanceLevel Level, CheckOutcome Outcome, string? Detail);
