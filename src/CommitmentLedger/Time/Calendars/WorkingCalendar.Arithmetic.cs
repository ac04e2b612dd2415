using NodaTime;

namespace CommitmentLedger.Time;

/// <content>
/// Open time, forwards and backwards. Nothing is rounded: instants finer than a microsecond are cut off, towards the past. An instant
/// outside the years 1900 to 2199 is an <see cref="ArgumentOutOfRangeException"/>; a calendar that does not open is an answer.
/// </content>
public sealed partial class WorkingCalendar
{
    /// <summary>Whether the calendar is open: at the opening instant it is, at the closing instant it is not.</summary>
    public bool IsOpen(Instant at) => _timeline.IsOpen(Microseconds.Of(at));

    /// <summary>The first open instant at or after this one: when a clock that is started now begins to run.</summary>
    public TimeResult<Instant> FirstOpening(Instant from) => _timeline.FirstOpening(Microseconds.Of(from));

    /// <summary>
    /// The last instant at or before this one up to which the calendar was open: this one within opening hours, else the closing before it.
    /// </summary>
    public TimeResult<Instant> LastClosing(Instant until) => _timeline.LastClosing(Microseconds.Of(until));

    /// <summary>
    /// The instant at which this much open time has passed. Time that runs out exactly at closing is due at closing, not at the next
    /// opening. Zero time is due at the first open instant.
    /// </summary>
    public TimeResult<Instant> Add(Instant start, BusinessTime time) => AddOpen(Microseconds.Of(start), Microseconds.Of(time.Duration));

    /// <summary>
    /// As <see cref="Add(Instant, BusinessTime)"/>, with pauses: each pushes the instant on by exactly its overlap with open time. They
    /// may overlap, touch, or begin before the start. One without an end that begins before the instant is reached gives the refusal
    /// <c>paused</c>.
    /// </summary>
    public TimeResult<Instant> Add(Instant start, BusinessTime time, IReadOnlyList<Interval> pauses) =>
        Postpone(Add(start, time), start, pauses);

    /// <summary>The instant this many working days later. A start outside hours counts from the first opening after it.</summary>
    public TimeResult<Instant> Add(Instant start, BusinessDays days) =>
        FirstOpening(start).TryGet(out Instant from, out TimeRefusal? refusal) ? WorkingDays.After(_timeline, from, days) : refusal;

    /// <summary>
    /// As <see cref="Add(Instant, BusinessDays)"/>, with the open time of the pauses that begin before the instant is reached put after it.
    /// </summary>
    public TimeResult<Instant> Add(Instant start, BusinessDays days, IReadOnlyList<Interval> pauses) =>
        Postpone(Add(start, days), start, pauses);

    /// <summary>
    /// The latest instant from which this much open time passes until the end: always an open one. Zero time gives the last
    /// instant up to which the calendar was open.
    /// </summary>
    public TimeResult<Instant> Subtract(Instant end, BusinessTime time) => time.Duration == Duration.Zero
        ? LastClosing(end)
        : _timeline.Subtract(Microseconds.Of(end), Microseconds.Of(time.Duration));

    /// <summary>The instant this many working days earlier. An end outside hours counts from the last closing before it.</summary>
    public TimeResult<Instant> Subtract(Instant end, BusinessDays days) =>
        LastClosing(end).TryGet(out Instant until, out TimeRefusal? refusal) ? WorkingDays.Before(_timeline, until, days) : refusal;

    /// <summary>The open time from start to end; zero when the end is not after the start.</summary>
    public Duration Elapsed(Instant start, Instant end) =>
        Microseconds.ToDuration(_timeline.Elapsed(Microseconds.Of(start), Microseconds.Of(end)));

    /// <summary>
    /// The open time from start to end outside the pauses. Pauses may overlap, touch, be still open, or begin before the start.
    /// </summary>
    public Duration Elapsed(Instant start, Instant end, IReadOnlyList<Interval> pauses)
    {
        long open = _timeline.Elapsed(Microseconds.Of(start), Microseconds.Of(end));
        foreach (Span pause in PauseSpans.Union(pauses))
        {
            Span overlap = pause.Clip(Microseconds.Of(start), Microseconds.Of(end));
            if (!overlap.IsEmpty) open -= _timeline.Elapsed(overlap.From, overlap.To);
        }

        return Microseconds.ToDuration(open);
    }

    /// <summary>Whether the date has opening hours left after special days and closed periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 1900 to 2199.</exception>
    public bool IsWorkingDay(LocalDate date)
    {
        if (date.Year is < FirstYear or > LastYear)
            throw new ArgumentOutOfRangeException(nameof(date), date, $"Calendars answer for the years {FirstYear} to {LastYear}.");
        CalendarYear year = _timeline.Year(date.Year);
        int index = year.FirstDayFrom(date);
        return index < year.DayCount && year.DayAt(index) == date;
    }

    private TimeResult<Instant> AddOpen(long start, long open) => open == 0 ? _timeline.FirstOpening(start) : _timeline.Add(start, open);

    private TimeResult<Instant> Postpone(TimeResult<Instant> unpaused, Instant start, IReadOnlyList<Interval> pauses)
    {
        if (!unpaused.TryGet(out Instant due, out TimeRefusal? refusal)) return refusal;
        foreach (Span pause in PauseSpans.Union(pauses))
        {
            Span overlap = pause.Clip(Microseconds.Of(start), long.MaxValue);
            if (overlap.IsEmpty) continue;
            if (overlap.From >= Microseconds.Of(due)) break;
            if (overlap.To == long.MaxValue) return PauseSpans.StillPaused;
            long open = _timeline.Elapsed(overlap.From, overlap.To);
            if (open > 0 && !_timeline.Add(Microseconds.Of(due), open).TryGet(out due, out refusal)) return refusal;
        }

        return due;
    }
}
