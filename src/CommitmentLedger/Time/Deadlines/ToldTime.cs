using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The wall-clock time that people are told.</summary>
internal static class ToldTime
{
    /// <summary>
    /// The time that was said, at the offset that leads to its instant, even where the rules of the zone have changed since. The
    /// instant's own time by the clock of the zone where none was said, and where the clocks skip the one that was.
    /// </summary>
    public static OffsetDateTime Of(Instant instant, DateTimeZone zone, LocalDateTime? said = null)
    {
        OffsetDateTime shown = instant.InZone(zone).ToOffsetDateTime();
        if (said is not { } local || zone.MapLocal(local).Count == 0) return shown;
        double ahead = Math.Round((local.InUtc().ToInstant() - instant).TotalSeconds);
        return local.WithOffset(Offset.FromSeconds((int)ahead));
    }

    /// <summary>Whether the clocks of the zone show that time twice, so that only its offset tells which.</summary>
    public static bool OccursTwice(OffsetDateTime told, DateTimeZone zone) => zone.MapLocal(told.LocalDateTime).Count > 1;

    /// <summary>Whether the clocks of the zone show that time at its instant; they do not where the rules have changed since it was said.</summary>
    public static bool IsByRulesOf(DateTimeZone zone, OffsetDateTime told) => zone.GetUtcOffset(told.ToInstant()) == told.Offset;

    /// <summary>Whether a window shows an end twice, or lasts longer than its ends say since the clocks are set back within it.</summary>
    public static bool IsDoubtful(OffsetDateTime opens, OffsetDateTime due, DateTimeZone zone) =>
        OccursTwice(opens, zone) || OccursTwice(due, zone)
        || (opens.Offset > due.Offset && due.ToInstant() - opens.ToInstant() <= Duration.FromDays(1));
}
