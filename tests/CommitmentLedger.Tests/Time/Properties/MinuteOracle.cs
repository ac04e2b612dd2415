using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>
/// Says of single minutes whether a calendar is open, straight from its hours, special days and closures. It shares no code with the
/// library's tables and is as slow as it looks.
/// </summary>
internal sealed class MinuteOracle(WorkingCalendar calendar)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly Dictionary<LocalDate, List<Interval>> _hours = [];

    private readonly List<Interval> _closures =
        [.. calendar.Closures.Where(closure => closure.IsActive).Select(closure => Resolve(closure.From, closure.To, closure.Zone ?? calendar.Zone)).OfType<Interval>()];

    public bool IsOpen(Instant minute)
    {
        if (_closures.Exists(closure => closure.Contains(minute))) return false;
        LocalDate date = minute.InZone(calendar.Zone).Date;
        for (int back = -1; back <= 2; back++)
            if (HoursOf(date.PlusDays(-back)).Exists(hours => hours.Contains(minute))) return true;
        return false;
    }

    /// <summary>The end of the minute in which the last of so many open minutes outside the pauses passes; null when a month does not hold them.</summary>
    public Instant? Add(Instant start, int minutes, IReadOnlyList<Interval> pauses)
    {
        for (Instant at = start; at < start + Duration.FromDays(31); at += Minute)
            if (Counts(at, pauses) && --minutes == 0) return at + Minute;
        return null;
    }

    public int Elapsed(Instant start, Instant end, IReadOnlyList<Interval> pauses)
    {
        int open = 0;
        for (Instant at = start; at < end; at += Minute)
            if (Counts(at, pauses)) open++;
        return open;
    }

    private bool Counts(Instant at, IReadOnlyList<Interval> pauses) => IsOpen(at) && !pauses.Any(pause => pause.Contains(at));

    private List<Interval> HoursOf(LocalDate date)
    {
        if (_hours.TryGetValue(date, out List<Interval>? hours)) return hours;
        SpecialDay? special = calendar.SpecialDays.LastOrDefault(day => day.IsActive && day.Date == date)
            ?? calendar.SpecialDays.LastOrDefault(day => day.IsActive && day.Yearly is { } yearly && (yearly.Month, yearly.Day) == (date.Month, date.Day));
        IReadOnlyList<OpenInterval> plan = special switch
        {
            null => calendar.HoursOn(date.DayOfWeek),
            { LikeWeekday: { } like } => calendar.HoursOn(like),
            _ => special.Hours,
        };
        return _hours[date] = [.. plan.Select(open => Resolve(date + open.Opens, date.PlusDays(open.ClosesNextDay ? 1 : 0) + open.Closes, calendar.Zone)).OfType<Interval>()];
    }

    private static Interval? Resolve(LocalDateTime opens, LocalDateTime closes, DateTimeZone zone)
    {
        Instant from = Resolve(opens, zone, last: false);
        Instant to = Resolve(closes, zone, last: true);
        return from < to ? new Interval(from, to) : null;
    }

    private static Instant Resolve(LocalDateTime local, DateTimeZone zone, bool last)
    {
        ZoneLocalMapping mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
            1 => mapping.Single().ToInstant(),
            _ => (last ? mapping.Last() : mapping.First()).ToInstant(),
        };
    }
}
