using NodaTime;

namespace CommitmentLedger;

/// <summary>What a colleague noted about a commitment.</summary>
/// <param name="By">Who noted it.</param>
/// <param name="At">When.</param>
/// <param name="Words">What, or null when the evidence speaks for itself.</param>
/// <param name="Evidence">What shows it, or null.</param>
public sealed record Note(Actor By, Instant At, Words? Words, Evidence? Evidence);
