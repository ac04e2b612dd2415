using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// One year of a calendar, laid out for searching: the open spans of the UTC year with the open time before each, and the working
/// days of the local year with their first opening and last closing. Built once; never changed.
/// </summary>
internal sealed class CalendarYear
{
    private const long Week = 7 * 86_400_000_000;

    private readonly long[] _opens;
    private readonly long[] _before;
    private readonly int[] _days;
    private readonly Span[] _dayHours;

    public CalendarYear(int year, DayPlanner planner, List<Span> closedPeriods)
    {
        long from = YearStarts.Of(year);
        long to = YearStarts.Of(year + 1);
        var first = new LocalDate(year, 1, 1);
        var last = new LocalDate(year, 12, 31);
        var spans = new List<Span>();
        var days = new List<int>();
        var dayHours = new List<Span>();
        var ofDay = new List<Span>();
        List<Span> near = closedPeriods.FindAll(closedPeriod => closedPeriod.To > from - Week && closedPeriod.From < to + Week);

        // Two days on either side: hours over midnight, and zones up to a day away from UTC, reach into the year.
        for (LocalDate date = first.PlusDays(-2); date <= last.PlusDays(2); date = date.PlusDays(1))
        {
            ofDay.Clear();
            planner.AddSpans(date, ofDay);
            if (ofDay.Count == 0) continue;
            List<Span> open = Spans.Except(Spans.Union(ofDay), near);
            if (open.Count == 0) continue;
            spans.AddRange(open);
            if (date < first || date > last) continue;
            days.Add(DayNumber(date));
            dayHours.Add(new Span(open[0].From, open[^1].To));
        }

        List<Span> union = Spans.Union(spans.ConvertAll(span => span.Clip(from, to)));
        _opens = new long[union.Count];
        _before = new long[union.Count + 1];
        for (int i = 0; i < union.Count; i++)
        {
            _opens[i] = union[i].From;
            _before[i + 1] = _before[i] + union[i].Length;
        }

        _days = [.. days];
        _dayHours = [.. dayHours];
    }

    /// <summary>The open time of the whole year.</summary>
    public long Total => _before[^1];

    public int SpanCount => _opens.Length;

    public int DayCount => _days.Length;

    public Span SpanAt(int index) => new(_opens[index], _opens[index] + _before[index + 1] - _before[index]);

    public LocalDate DayAt(int index) => new LocalDate(1970, 1, 1).PlusDays(_days[index]);

    public Span HoursAt(int index) => _dayHours[index];

    public bool IsOpen(long instant) => LastSpanFrom(instant) is >= 0 and int index && instant < SpanAt(index).To;

    /// <summary>The open time of this year before the instant.</summary>
    public long OpenBefore(long instant)
    {
        int index = LastSpanFrom(instant);
        return index < 0 ? 0 : Math.Min(_before[index] + instant - _opens[index], _before[index + 1]);
    }

    /// <summary>The last span that opens at or before the instant; -1 when none does.</summary>
    public int LastSpanFrom(long instant) => LastAtMost(_opens, instant);

    /// <summary>
    /// The earliest instant at which this much open time has passed; <paramref name="open"/> is above zero and at most the total.
    /// </summary>
    public long EarliestAfter(long open)
    {
        int index = LastAtMost(_before, open - 1);
        return _opens[index] + open - _before[index];
    }

    /// <summary>The latest instant at which no more than this open time has passed; <paramref name="open"/> is below the total.</summary>
    public long LatestAfter(long open)
    {
        int index = LastAtMost(_before, open);
        return _opens[index] + open - _before[index];
    }

    /// <summary>The place of the first working day on or after the date; the count of days when there is none.</summary>
    public int FirstDayFrom(LocalDate date)
    {
        int index = Array.BinarySearch(_days, DayNumber(date));
        return index < 0 ? ~index : index;
    }

    private static int DayNumber(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private static int LastAtMost(long[] sorted, long value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
