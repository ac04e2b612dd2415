using NodaTime;

namespace CommitmentLedger;

/// <summary>A handoff that waits for an answer. Until somebody accepts, the owner stays bound.</summary>
/// <param name="To">The team that is asked to take over.</param>
/// <param name="OfferedBy">The actor who asked.</param>
/// <param name="OfferedAt">When.</param>
/// <param name="AnswerBy">Until when the team may accept; after that the offer has lapsed.</param>
/// <param name="Words">A message to the team, or null.</param>
public sealed record PendingHandoff(Team To, Actor OfferedBy, Instant OfferedAt, Deadline AnswerBy, Words? Words)
{
    /// <summary>Whether nobody answered in time.</summary>
    public bool HasLapsedAt(Instant now) => now > AnswerBy.Due;
}
