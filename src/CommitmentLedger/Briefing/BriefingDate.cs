using NodaTime;

namespace CommitmentLedger;

/// <summary>When a commitment is due, by the wall clock that people speak of.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Opens">The start of the window with its offset from UTC; null when there is none.</param>
/// <param name="Due">The due time, or the end of the window, with its offset from UTC.</param>
/// <param name="Zone">The zone of that clock.</param>
public sealed record BriefingDate(CommitmentId Commitment, OffsetDateTime? Opens, OffsetDateTime Due, DateTimeZone Zone)
{
    /// <summary>Without seconds, as it is read aloud.</summary>
    internal BriefingDate ToTheMinute => this with { Opens = Opens?.With(TimeAdjusters.TruncateToMinute), Due = Due.With(TimeAdjusters.TruncateToMinute) };

    /// <summary>The date on which somebody has to look at it as things stand; null when there is none.</summary>
    internal static BriefingDate? Of(Commitment commitment)
    {
        Deadline? watched = commitment.ReassessedDue ?? commitment.Held.PromisedDue ?? (commitment.IsPromisedOrWas ? commitment.Promise.PromisedDue : commitment.Promise.RequestedBy);
        if (watched is not { } deadline || commitment.WatchedDue is not { } due) return null;
        OffsetDateTime? opens = deadline.LocalOpens is { } said && due != deadline.Due
            ? ToldTime.Of(LocalTimes.Opening(said, deadline.Zone), deadline.Zone, said)
            : deadline.ToldOpens;
        return new BriefingDate(commitment.Id, opens, ToldTime.Of(due, deadline.Zone, deadline.LocalDue), deadline.Zone);
    }
}
