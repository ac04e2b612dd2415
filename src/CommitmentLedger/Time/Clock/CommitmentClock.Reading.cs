using NodaTime;

namespace CommitmentLedger.Time;

/// <content>What the clock says at a moment.</content>
public sealed partial record CommitmentClock
{
    private const int DefaultAtRiskPercent = 80;

    /// <summary>
    /// Reads the clock against a deadline. Time and days count from the start of the clock, and the customer's pauses push them on by the
    /// open time that they cover; those of ours and of suppliers do not, nor does the time while it was stopped. A date that was said
    /// stays where it is.
    /// </summary>
    /// <param name="deadline">The target.</param>
    /// <param name="calendar">The calendar of open time. Around the clock has to be said.</param>
    /// <param name="now">The moment of asking. What occurred after it is left out.</param>
    /// <param name="atRiskPercent">The share of the open time from which on it is at risk, from 0 to 100. The default is 80.</param>
    /// <returns>The reading, or a refusal when the calendar has too little open time.</returns>
    /// <exception cref="ArgumentException">The calendar did not count the deadline, or the percentage is out of range.</exception>
    public TimeResult<ClockReading> Read(Deadline deadline, WorkingCalendar calendar, Instant now, int atRiskPercent = DefaultAtRiskPercent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atRiskPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atRiskPercent, 100);
        return new ClockReader(AsOf(now), deadline, calendar, Microseconds.Truncate(now)).Read(atRiskPercent);
    }

    /// <summary>
    /// When a threshold is crossed: at a share of the open time, or at an offset before the due time. One that would lie before the start
    /// is crossed at the start, once.
    /// </summary>
    /// <inheritdoc cref="Read(Deadline, WorkingCalendar, Instant, int)"/>
    /// <returns>The instant, or a refusal: <c>not_started</c>, <c>paused</c> while the customer's pause keeps the due time open, or what the calendar refuses.</returns>
    public TimeResult<Instant> CrossingOf(Threshold threshold, Deadline deadline, WorkingCalendar calendar, Instant now) =>
        new ClockReader(AsOf(now), deadline, calendar, Microseconds.Truncate(now)).CrossingOf(threshold);

    /// <summary>Explains the due time, or, while the customer's pause keeps it open, what would be due if it were resumed now.</summary>
    /// <inheritdoc cref="Read(Deadline, WorkingCalendar, Instant, int)"/>
    /// <returns>The explanation, or a refusal: <c>not_started</c>, or what the calendar refuses.</returns>
    public TimeResult<Explanation> Explain(Deadline deadline, WorkingCalendar calendar, Instant now) =>
        new ClockReader(AsOf(now), deadline, calendar, Microseconds.Truncate(now)).Explain();

    /// <summary>The clock as it stood at a moment: without what occurred after it.</summary>
    public CommitmentClock AsOf(Instant moment)
    {
        if (LatestAt is null || LatestAt <= moment) return this;
        return this with
        {
            StartedAt = StartedAt <= moment ? StartedAt : null,
            StoppedAt = StoppedAt <= moment ? StoppedAt : null,
            RetargetedAt = RetargetedAt <= moment ? RetargetedAt : null,
            PauseArray = [.. PauseArray.Where(pause => pause.From <= moment).Select(pause => pause.To > moment ? pause.Open() : pause)],
        };
    }
}
