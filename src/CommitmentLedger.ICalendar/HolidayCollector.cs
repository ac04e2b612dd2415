using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>Turns events into special days and closed periods.</summary>
internal sealed class HolidayCollector(DateInterval within, DateTimeZone zone)
{
    private readonly Budget _budget = new();
    private readonly List<SpecialDay> _days = [];
    private readonly List<ClosedPeriod> _closedPeriods = [];

    public Holidays ToHolidays() => new(_days.AsReadOnly(), _closedPeriods.AsReadOnly());

    /// <summary>Adds what falls on the dates that are wanted.</summary>
    /// <exception cref="BadLineException">Something in the event is not understood, or there are more days than a calendar holds.</exception>
    public void Add(FileEvent one, IReadOnlyList<FileTime> replaced)
    {
        string name = one.Name();

        // The clock of an event is at most a day away from that of the calendar.
        foreach ((LocalDateTime from, LocalDateTime to) in Occurrences.Of(one, replaced, zone, within.End.PlusDays(1), _budget))
        {
            FileTime start = one.Start!;
            (LocalDateTime first, LocalDateTime end) = start.IsUtc ? (InZone(from), InZone(to)) : (from, to);
            if (IsMidnight(first) && IsMidnight(end) && end > first) AddDays(one, first.Date, end.Date, name);
            else if (one.SaidAllDay is { } said) throw new BadLineException(said.Number, "The event is said to last all day and does not go from midnight to midnight. Write its days as dates.");
            else if (end.Date >= within.Start && first.Date <= within.End) AddClosedPeriod(one, new ClosedPeriod(from, to, name, start.TimeZoneId is null ? null : start.ZoneOr(zone)));
        }
    }

    private void AddDays(FileEvent one, LocalDate first, LocalDate end, string name)
    {
        for (LocalDate date = LocalDate.Max(first, within.Start); date < end && date <= within.End; date = date.PlusDays(1))
        {
            _days.Add(SpecialDay.Closed(date, name));
            Bound(one, _days.Count);
        }
    }

    private void AddClosedPeriod(FileEvent one, ClosedPeriod closedPeriod)
    {
        _closedPeriods.Add(closedPeriod);
        Bound(one, _closedPeriods.Count);
    }

    private static void Bound(FileEvent one, int count)
    {
        if (count > WorkingCalendar.MaxEntries)
            throw new BadLineException(one.Number, $"The file has more than {WorkingCalendar.MaxEntries} days. Ask for fewer years, or drop what is no holiday.");
    }

    /// <summary>A time in UTC by the calendar's clock. A day begins where its midnight is skipped, too.</summary>
    private LocalDateTime InZone(LocalDateTime utc)
    {
        ZonedDateTime at = utc.InUtc().ToInstant().InZone(zone);
        return zone.AtStartOfDay(at.Date) == at ? at.Date.AtMidnight() : at.LocalDateTime;
    }

    private static bool IsMidnight(LocalDateTime local) => local.TimeOfDay == LocalTime.Midnight;
}
