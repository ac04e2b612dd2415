using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Counts working days along a timeline, a year at a time.</summary>
internal static class WorkingDays
{
    /// <summary>The instant this many working days after an open instant.</summary>
    public static TimeResult<Instant> After(CalendarTimeline timeline, Instant opening, BusinessDays days)
    {
        LocalDateTime local = opening.InZone(timeline.Planner.Zone).LocalDateTime;
        if (!TryFind(timeline, Microseconds.Of(opening), local.Date, out int year, out int index)) return TimeRefusal.TooFar;
        LocalDate startDay = timeline.Year(year).DayAt(index);
        index += days.Count;
        while (index >= timeline.Year(year).DayCount)
        {
            index -= timeline.Year(year).DayCount;
            if (++year > WorkingCalendar.LastYear) return TimeRefusal.TooFar;
        }

        return AtTimeOfDay(timeline, timeline.Year(year), index, local, startDay, days.Rule);
    }

    /// <summary>The instant this many working days before an instant up to which the calendar is open.</summary>
    public static TimeResult<Instant> Before(CalendarTimeline timeline, Instant closing, BusinessDays days)
    {
        LocalDateTime local = closing.InZone(timeline.Planner.Zone).LocalDateTime;
        long lastOpen = Microseconds.Of(closing) - 1;
        LocalDate date = Microseconds.ToInstant(lastOpen).InZone(timeline.Planner.Zone).Date;
        if (!TryFind(timeline, lastOpen, date, out int year, out int index)) return TimeRefusal.TooFar;
        LocalDate endDay = timeline.Year(year).DayAt(index);
        index -= days.Count;
        while (index < 0)
        {
            if (--year < WorkingCalendar.FirstYear) return TimeRefusal.TooFar;
            index += timeline.Year(year).DayCount;
        }

        return AtTimeOfDay(timeline, timeline.Year(year), index, local, endDay, days.Rule);
    }

    /// <summary>
    /// Finds the working day to which an open instant belongs: its own date, or the one before it when the hours run over midnight; two
    /// dates back where the clocks skip the one between.
    /// </summary>
    private static bool TryFind(CalendarTimeline timeline, long open, LocalDate date, out int year, out int index)
    {
        for (int back = 0; back <= 2; back++)
        {
            LocalDate day = date.PlusDays(-back);
            (year, index) = (day.Year, 0);
            if (year is < WorkingCalendar.FirstYear or > WorkingCalendar.LastYear) return false;
            CalendarYear table = timeline.Year(year);
            index = table.FirstDayFrom(day);
            if (index == table.DayCount || table.DayAt(index) != day) continue;
            Span hours = table.HoursAt(index);
            if (hours.From <= open && open < hours.To) return true;
        }

        (year, index) = (0, 0);
        return false;
    }

    private static TimeResult<Instant> AtTimeOfDay(
        CalendarTimeline timeline,
        CalendarYear year,
        int index,
        LocalDateTime local,
        LocalDate countedFrom,
        DayRule rule)
    {
        Span hours = year.HoursAt(index);
        if (rule == DayRule.AtOpening) return Microseconds.ToInstant(hours.From);
        if (rule == DayRule.AtClosing) return Microseconds.ToInstant(hours.To);

        // After midnight of hours that run over it, the same time lies on the date after the working day, there as here.
        LocalDate date = year.DayAt(index).PlusDays(local.Date == countedFrom ? 0 : 1);
        long same = Microseconds.Of(LocalTimes.Opening(date + local.TimeOfDay, timeline.Planner.Zone));
        if (same <= hours.From) return Microseconds.ToInstant(hours.From);
        return same >= hours.To ? Microseconds.ToInstant(hours.To) : timeline.LastClosing(same);
    }
}
