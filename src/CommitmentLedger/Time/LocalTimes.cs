using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Time;

/// <summary>How a local time becomes an instant where the clocks change.</summary>
internal static class LocalTimes
{
    /// <summary>The most by which the clocks of any zone are ahead of UTC, or behind.</summary>
    private static readonly Duration FarthestAhead = Duration.FromSeconds(Offset.MaxValue.Seconds);

    /// <summary>Whether a local time is as far from its instant as clocks are ahead of others at most, whatever the rules of the zone were.</summary>
    public static bool IsNear(LocalDateTime local, Instant instant)
    {
        Duration ahead = local.InUtc().ToInstant() - instant;
        return ahead <= FarthestAhead && ahead >= -FarthestAhead;
    }

    /// <summary>Whether a zone's rules can resolve a local time, as an opening and as a closing, within the years of calendars.</summary>
    public static bool IsWithinYears(LocalDateTime local, DateTimeZone zone) =>
        YearStarts.AreAround(Microseconds.Of(Opening(local, zone))) && YearStarts.AreAround(Microseconds.Of(Closing(local, zone)));

    /// <summary>Whether a local time lies far enough inside the years of NodaTime to be an instant in every zone.</summary>
    public static bool IsResolvable(LocalDateTime local) => local.WithCalendar(CalendarSystem.Iso).Year is >= 1 and <= 9998;

    /// <summary>Guards a local time that is about to be resolved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9998.</exception>
    public static LocalDateTime Require(LocalDateTime local, string field) => IsResolvable(local)
        ? local.WithCalendar(CalendarSystem.Iso)
        : throw new ArgumentOutOfRangeException(field, local, "Give a time in the years 1 to 9998.");

    /// <summary>
    /// The instant at which an opening takes place. A time in a gap moves forward by the gap, except that a day begins when the gap is over;
    /// of a time that occurs twice, the first occurrence is taken.
    /// </summary>
    public static Instant Opening(LocalDateTime local, DateTimeZone zone)
    {
        ZoneLocalMapping mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? AfterGap(mapping) : mapping.First().ToInstant();
    }

    /// <summary>
    /// The instant at which hours end: as <see cref="Opening"/>, but of a time that occurs twice the last occurrence is taken, so that hours
    /// last longer. At midnight a day ends, and it is over where only the next day's first hour is repeated.
    /// </summary>
    public static Instant Closing(LocalDateTime local, DateTimeZone zone)
    {
        ZoneLocalMapping mapping = zone.MapLocal(local);
        if (mapping.Count == 0) return AfterGap(mapping);
        bool isOver = IsMidnight(local) && mapping.Count == 2 && mapping.LateInterval.IsoLocalStart == local;
        return (isOver ? mapping.First() : mapping.Last()).ToInstant();
    }

    /// <summary>Whether the clocks ever showed the date: where a zone moves to the other side of the date line, a whole one is skipped.</summary>
    public static bool Exists(LocalDate date, DateTimeZone zone)
    {
        ZoneLocalMapping mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart < date.PlusDays(1).AtMidnight();
    }

    /// <summary>
    /// Adds the time from an opening to a closing, without what the clocks show of other dates: where a midnight occurs twice, the day after
    /// has begun before the day is over. Adds nothing when a change of the clocks leaves nothing, and nothing far from the years of calendars.
    /// </summary>
    public static void AddSpans(LocalDateTime opens, LocalDateTime closes, DateTimeZone zone, List<Span> spans)
    {
        Span whole = new Span(Microseconds.Of(Opening(opens, zone)), Microseconds.Of(Closing(closes, zone))).Clip(YearStarts.Earliest, YearStarts.Latest);
        LocalDateTime first = opens.Date.AtMidnight();
        LocalDateTime last = IsMidnight(closes) ? closes : closes.Date.PlusDays(1).AtMidnight();
        for (long from = whole.From; from < whole.To;)
        {
            ZoneInterval rules = zone.GetZoneInterval(Microseconds.ToInstant(from));
            long to = rules.HasEnd ? Math.Min(Microseconds.Of(rules.End), whole.To) : whole.To;
            Span ofDates = new Span(from, to).Clip(At(first, rules), At(last, rules));
            if (!ofDates.IsEmpty) spans.Add(ofDates);
            from = to;
        }
    }

    private static long At(LocalDateTime local, ZoneInterval rules) => Microseconds.Of(local.WithOffset(rules.WallOffset).ToInstant());

    private static Instant AfterGap(ZoneLocalMapping mapping) => IsMidnight(mapping.LocalDateTime)
        ? mapping.LateInterval.Start
        : mapping.LocalDateTime.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant();

    private static bool IsMidnight(LocalDateTime local) => local.TimeOfDay == LocalTime.Midnight;
}
