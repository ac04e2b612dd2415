using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>
/// Says of single minutes whether a calendar is open, by looking through the minutes of a stretch of time at what the clock on the wall
/// showed. It shares no code with the library and is as slow as it looks: an opening is the first minute that showed its time, a closing
/// comes after the last, and nobody works on a date that no minute showed.
/// </summary>
internal sealed class MinuteOracle
{
    private const int MinutesInDay = 1440;

    private readonly WorkingCalendar _calendar;
    private readonly Instant _from;
    private readonly long[] _shown;
    private readonly HashSet<long> _days;
    private readonly bool[] _isOpen;

    /// <summary>Looks at whole days around a stretch of time; what begins or ends outside of them is not seen.</summary>
    public MinuteOracle(WorkingCalendar calendar, Instant from, Instant to)
    {
        _calendar = calendar;
        _from = from;
        _shown = Shown(calendar.Zone);
        _days = [.. _shown.Select(Day)];
        _isOpen = new bool[_shown.Length];
        for (LocalDate date = DateOf(0); date <= DateOf(_shown.Length - 1); date = date.PlusDays(1))
            foreach (int minute in OpenMinutes(date)) _isOpen[minute] = true;

        foreach (ClosedPeriod closedPeriod in calendar.ClosedPeriods)
        {
            if (!closedPeriod.IsActive) continue;
            long[] shown = closedPeriod.Zone is null ? _shown : Shown(closedPeriod.Zone);
            foreach (int minute in Minutes(shown, NumberOf(closedPeriod.From), NumberOf(closedPeriod.To))) _isOpen[minute] = false;
        }

        long[] Shown(DateTimeZone zone)
        {
            var shown = new long[(int)(to - from).TotalMinutes];
            foreach (ZoneInterval rules in zone.GetZoneIntervals(from, to))
            {
                int first = rules.HasStart ? Math.Max(0, PlaceOf(rules.Start)) : 0;
                int end = rules.HasEnd ? Math.Min(shown.Length, PlaceOf(rules.End)) : shown.Length;
                for (int i = first; i < end; i++) shown[i] = (from.ToUnixTimeSeconds() + rules.WallOffset.Seconds) / 60 + i;
            }

            return shown;
        }
    }

    public bool IsOpen(Instant minute) => _isOpen[PlaceOf(minute)];

    /// <summary>The end of the minute in which the last of so many open minutes outside the pauses passes; null when they are not seen.</summary>
    public Instant? Add(Instant start, int minutes, IReadOnlyList<Interval> pauses)
    {
        for (int i = PlaceOf(start); i < _isOpen.Length; i++)
            if (Counts(i, pauses) && --minutes == 0) return At(i + 1);
        return null;
    }

    /// <summary>The beginning of the minute with which so many open minutes have passed backwards; null when they are not seen.</summary>
    public Instant? Subtract(Instant end, int minutes)
    {
        for (int i = PlaceOf(end) - 1; i >= 0; i--)
            if (_isOpen[i] && --minutes == 0) return At(i);
        return null;
    }

    public int Elapsed(Instant start, Instant end, IReadOnlyList<Interval> pauses)
    {
        int open = 0;
        for (int i = PlaceOf(start); i < PlaceOf(end); i++)
            if (Counts(i, pauses)) open++;
        return open;
    }

    /// <summary>From its first open minute to the end of its last; null for a date on which nobody works.</summary>
    public Interval? WorkOf(LocalDate date)
    {
        int[] open = [.. OpenMinutes(date).Where(minute => _isOpen[minute]).Order()];
        return open.Length == 0 ? null : new Interval(At(open[0]), At(open[^1] + 1));
    }

    private bool Counts(int place, IReadOnlyList<Interval> pauses) => _isOpen[place] && !(pauses.Count > 0 && pauses.Any(pause => pause.Contains(At(place))));

    private Instant At(int place) => _from + Duration.FromMinutes(place);

    private IEnumerable<int> OpenMinutes(LocalDate date)
    {
        if (!WasShown(date)) return [];
        LocalDate next = date.PlusDays(1);
        while (!WasShown(next) && next < date.PlusDays(3)) next = next.PlusDays(1);
        return HoursOf(date).SelectMany(hours =>
        {
            bool isWhole = hours.ClosesNextDay && hours.Closes == LocalTime.Midnight;
            LocalDate closing = hours.ClosesNextDay && !isWhole ? next : date;
            return Minutes(_shown, NumberOf(date + hours.Opens), isWhole ? NumberOf(date.PlusDays(1).AtMidnight()) : NumberOf(closing + hours.Closes));
        });
    }

    private IReadOnlyList<OpenInterval> HoursOf(LocalDate date)
    {
        SpecialDay? special = _calendar.SpecialDays.LastOrDefault(day => day.IsActive && day.Date == date)
            ?? _calendar.SpecialDays.LastOrDefault(day => day.IsActive && day.Yearly is { } yearly && (yearly.Month, yearly.Day) == (date.Month, date.Day));
        return special switch
        {
            null => _calendar.HoursOn(date.DayOfWeek),
            { LikeWeekday: { } like } => _calendar.HoursOn(like),
            _ => special.Hours,
        };
    }

    /// <summary>The minutes from an opening to a closing on whose dates one of the two lies, or a date between.</summary>
    private static IEnumerable<int> Minutes(long[] shown, long opens, long closes)
    {
        int first = Opening(shown, opens);
        int end = Closing(shown, closes);
        for (int i = first; i < end; i++)
            if (Day(shown[i]) >= Day(opens) && Day(shown[i]) <= Day(closes - 1)) yield return i;
    }

    private static int Opening(long[] shown, long minute)
    {
        int place = Array.IndexOf(shown, minute);
        if (place >= 0) return place;
        int after = Skip(shown, minute);
        return minute % MinutesInDay == 0 || after == 0 || after == shown.Length ? after : Array.IndexOf(shown, minute + shown[after] - shown[after - 1] - 1);
    }

    private static int Closing(long[] shown, long minute)
    {
        // A day is over with its last minute, which the clock may show again after midnight.
        if (minute % MinutesInDay == 0) return Array.FindLastIndex(shown, one => Day(one) == Day(minute - 1)) is >= 0 and int last ? last + 1 : Skip(shown, minute);
        int place = Array.LastIndexOf(shown, minute);
        if (place >= 0) return place;
        int after = Skip(shown, minute);
        return after == 0 || after == shown.Length ? after : Array.IndexOf(shown, minute + shown[after] - shown[after - 1] - 1);
    }

    /// <summary>The first minute after the clock passed over a time.</summary>
    private static int Skip(long[] shown, long minute)
    {
        if (minute < shown[0]) return 0;
        for (int i = 1; i < shown.Length; i++)
            if (shown[i - 1] < minute && minute < shown[i]) return i;
        return shown.Length;
    }

    private bool WasShown(LocalDate date) => _days.Contains(Day(NumberOf(date.AtMidnight())));

    private int PlaceOf(Instant minute) => (int)((minute - _from).BclCompatibleTicks / NodaConstants.TicksPerMinute);

    private LocalDate DateOf(int place) => new LocalDate(1970, 1, 1).PlusDays((int)Day(_shown[place]));

    private static long Day(long minute) => minute / MinutesInDay;

    private static long NumberOf(LocalDateTime local) => (long)Period.Between(new LocalDateTime(1970, 1, 1, 0, 0), local, PeriodUnits.Minutes).Minutes;
}
