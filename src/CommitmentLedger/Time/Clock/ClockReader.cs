using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// Brings a clock, its deadline and a calendar together at one moment. The clock holds nothing that occurred after the moment.
/// </summary>
internal sealed class ClockReader
{
    private readonly CommitmentClock _clock;
    private readonly Deadline _deadline;
    private readonly WorkingCalendar _calendar;
    private readonly Instant _end;
    private readonly Interval[] _pauses;
    private readonly Interval[] _moving;

    public ClockReader(CommitmentClock clock, Deadline deadline, WorkingCalendar calendar, Instant now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(calendar);
        if (deadline.MovesWithPauses && deadline.Calendar != calendar.Version)
            throw new ArgumentException(
                $"The deadline was counted by {deadline.Calendar}, and this is {calendar}. Reassess it, or give the version that it pins.",
                nameof(calendar));
        _clock = clock;
        _deadline = deadline;
        _calendar = calendar;
        _end = clock.StoppedAt ?? now;

        // A pause that lasts ends at the moment of asking: what is due then is what would be due if the clock were resumed now.
        _pauses = [.. clock.PauseArray.Select(pause => pause.To is null ? pause.EndedAt(_end).Interval : pause.Interval)];

        // Only the customer's time moves what the customer was told: a wait of ours or a supplier's, and a "done" that was none, is ours.
        _moving = deadline.MovesWithPauses ? [.. _pauses.Where((_, index) => clock.PauseArray[index].On == Party.Customer)] : [];
    }

    public TimeResult<ClockReading> Read(int atRiskPercent)
    {
        if (_clock.StartedAt is not { } start) return new ClockReading { State = ClockState.NotStarted, Health = Health.OnTrack };
        if (!Due(start).TryGet(out Instant due, out TimeRefusal? refusal)) return refusal;
        TimeSplit split = Split(start);
        Duration elapsed = _calendar.Elapsed(start, _end, _moving);
        Duration remaining = _calendar.Elapsed(Latest(_end, start), due, _moving);
        bool isOverdue = _end > due;
        bool isOpen = IsKeptOpen(due);
        return new ClockReading
        {
            State = _clock.State,
            Health = isOverdue ? Health.Overdue : IsAtRisk(elapsed, remaining, atRiskPercent) ? Health.AtRisk : Health.OnTrack,
            Elapsed = elapsed,
            Remaining = remaining,
            Due = isOpen ? null : due,
            DueIfResumed = isOpen ? due : null,
            OverdueSince = isOverdue ? Latest(due, _clock.RetargetedAt ?? due) : null,
            Lateness = _end - due,
            Split = split,
        };
    }

    public TimeResult<Instant> CrossingOf(Threshold threshold)
    {
        if (threshold == default)
            throw new ArgumentException("The threshold is empty. Create it with Percent or Before.", nameof(threshold));
        if (_clock.StartedAt is not { } start) return NotStarted;
        if (!Due(start).TryGet(out Instant due, out TimeRefusal? refusal)) return refusal;
        if (IsKeptOpen(due)) return PauseSpans.StillPaused;
        Duration total = _calendar.Elapsed(start, due, _moving);
        Duration until = threshold.PercentOfOpenTime is { } percent
            ? Share(total, percent)
            : total - threshold.TimeBefore!.Value.Duration;
        if (until <= Duration.Zero) return start;
        if (until == total) return due;
        if (!BusinessTime.Holds(until)) return TimeRefusal.TooFar;
        return _calendar.Add(start, new BusinessTime(until), _moving);
    }

    public TimeResult<Explanation> Explain()
    {
        if (_clock.StartedAt is not { } start) return NotStarted;
        if (!Due(start).TryGet(out Instant due, out TimeRefusal? refusal)) return refusal;
        IEnumerable<PausedSpan> moving = _clock.PauseArray.Where(pause => pause.On == Party.Customer).Select(pause => pause.To is null ? pause.EndedAt(_end) : pause);
        return Explainer.Explain(_deadline, _calendar, start, due, [.. moving]);
    }

    private static TimeRefusal NotStarted { get; } = new(
        "not_started",
        "clock",
        "The clock has not started, so nothing is due. Start it first.");

    private TimeResult<Instant> Due(Instant start)
    {
        // What nothing has moved stays as it was counted, by the zone rules of then.
        if (!_deadline.MovesWithPauses || (_moving.Length == 0 && _clock.Cycle == 1)) return _deadline.Due;
        Instant from = _clock.Cycle == 1 ? _deadline.From ?? start : start;
        return _deadline.Days is { } days ? _calendar.Add(from, days, _moving) : _calendar.Add(from, _deadline.Time!.Value, _moving);
    }

    /// <summary>Whether the pause that lasts moves the due time with every minute: the customer's, begun before it was due.</summary>
    private bool IsKeptOpen(Instant due) => _deadline.MovesWithPauses && _clock.OpenPause is { On: Party.Customer } pause && due > pause.From;

    private TimeSplit Split(Instant start)
    {
        var split = new TimeSplit(_calendar.Elapsed(start, _end, _pauses), Duration.Zero, Duration.Zero, Duration.Zero);
        for (int i = 0; i < _pauses.Length; i++)
        {
            Instant from = Latest(start, _pauses[i].Start);
            if (from < _pauses[i].End) split = split.Add(_clock.PauseArray[i].On, _calendar.Elapsed(from, _pauses[i].End));
        }

        return split;
    }

    private bool IsAtRisk(Duration elapsed, Duration remaining, int percent) =>
        _clock.StoppedAt is null && elapsed >= Share(elapsed + remaining, percent);

    private static Duration Share(Duration total, int percent) =>
        Microseconds.ToDuration((long)((Int128)Microseconds.Of(total) * percent / 100));

    private static Instant Latest(Instant one, Instant other) => one > other ? one : other;
}
