using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// The open time of a calendar, year by year. Years are built when first asked for and kept: at most one table for each year of the
/// range. Two threads that build the same year build the same table, so whichever is kept is right.
/// </summary>
internal sealed class CalendarTimeline
{
    private readonly CalendarYear?[] _years = new CalendarYear?[WorkingCalendar.LastYear - WorkingCalendar.FirstYear + 1];

    public CalendarTimeline(DayPlanner planner, IEnumerable<ClosedPeriod> closedPeriods)
    {
        Planner = planner;
        var closed = new List<Span>();
        foreach (ClosedPeriod closedPeriod in closedPeriods)
            if (closedPeriod.IsActive) closedPeriod.AddSpans(planner.Zone, closed);
        ClosedPeriods = Spans.Union(closed);
    }

    public DayPlanner Planner { get; }

    /// <summary>The time that the active closed periods remove.</summary>
    public List<Span> ClosedPeriods { get; }

    public CalendarYear Year(int year)
    {
        ref CalendarYear? slot = ref _years[year - WorkingCalendar.FirstYear];
        CalendarYear? table = Volatile.Read(ref slot);
        if (table is not null) return table;
        table = new CalendarYear(year, Planner, ClosedPeriods);
        Volatile.Write(ref slot, table);
        return table;
    }

    public TimeResult<Instant> Add(long start, long open)
    {
        int year = YearStarts.YearOf(start, nameof(start));
        CalendarYear table = Year(year);
        long before = table.OpenBefore(start);
        bool opened = before < table.Total;
        long target = before + open;
        while (target > table.Total)
        {
            target -= table.Total;
            if (++year > WorkingCalendar.LastYear) return opened ? TimeRefusal.TooFar : TimeRefusal.NeverOpens;
            table = Year(year);
            opened |= table.Total > 0;
        }

        return Microseconds.ToInstant(table.EarliestAfter(target));
    }

    public TimeResult<Instant> Subtract(long end, long open)
    {
        int year = YearStarts.YearOf(end, nameof(end));
        CalendarYear table = Year(year);
        long before = table.OpenBefore(end);
        bool opened = before > 0;
        long target = before - open;
        while (target < 0)
        {
            if (--year < WorkingCalendar.FirstYear) return opened ? TimeRefusal.TooFar : TimeRefusal.NeverOpens;
            table = Year(year);
            opened |= table.Total > 0;
            target += table.Total;
        }

        return Microseconds.ToInstant(table.LatestAfter(target));
    }

    public long Elapsed(long start, long end)
    {
        int year = YearStarts.YearOf(start, nameof(start));
        int lastYear = YearStarts.YearOf(end, nameof(end));
        if (end <= start) return 0;
        long open = -Year(year).OpenBefore(start);
        for (; year < lastYear; year++) open += Year(year).Total;
        return open + Year(lastYear).OpenBefore(end);
    }

    public bool IsOpen(long at) => Year(YearStarts.YearOf(at, nameof(at))).IsOpen(at);

    public TimeResult<Instant> FirstOpening(long from)
    {
        int year = YearStarts.YearOf(from, nameof(from));
        CalendarYear table = Year(year);
        if (table.IsOpen(from)) return Microseconds.ToInstant(from);
        int index = table.LastSpanFrom(from) + 1;
        while (index == table.SpanCount)
        {
            if (++year > WorkingCalendar.LastYear) return TimeRefusal.NeverOpens;
            table = Year(year);
            index = 0;
        }

        return Microseconds.ToInstant(table.SpanAt(index).From);
    }

    public TimeResult<Instant> LastClosing(long until)
    {
        int year = YearStarts.YearOf(until, nameof(until));
        CalendarYear table = Year(year);
        int index = table.LastSpanFrom(until - 1);
        if (index >= 0) return Microseconds.ToInstant(Math.Min(until, table.SpanAt(index).To));
        do
        {
            if (--year < WorkingCalendar.FirstYear) return TimeRefusal.NeverOpens;
            table = Year(year);
        }
        while (table.SpanCount == 0);
        return Microseconds.ToInstant(table.SpanAt(table.SpanCount - 1).To);
    }
}
