using NodaTime;

namespace CommitmentLedger;

/// <summary>When a team last read the briefing.</summary>
/// <param name="Team">The team.</param>
/// <param name="At">When.</param>
public sealed record TeamBriefing(Team Team, Instant At);
