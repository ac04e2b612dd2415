using NodaTime;

namespace CommitmentLedger;

/// <summary>A colleague's note about a commitment.</summary>
/// <param name="By">The actor who noted it.</param>
/// <param name="At">When.</param>
/// <param name="Words">The note, or null when the evidence speaks for itself.</param>
/// <param name="Evidence">The evidence, or null.</param>
public sealed record Note(Actor By, Instant At, Words? Words, Evidence? Evidence);
