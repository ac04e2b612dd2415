using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The reading of a clock at a moment. Durations are open time unless they say otherwise; nothing is rounded.</summary>
public sealed record ClockReading
{
    /// <summary>Whether time counts.</summary>
    public required ClockState State { get; init; }

    /// <summary>How it fares: on track, at risk or overdue.</summary>
    public required Health Health { get; init; }

    /// <summary>The open time that has counted towards the due time: all but the customer's pauses. Null before the start. Zero is zero.</summary>
    public Duration? Elapsed { get; init; }

    /// <summary>The open time that is left; null before the start, zero when none is.</summary>
    public Duration? Remaining { get; init; }

    /// <summary>The last instant that is on time; null before the start, and while a pause of the customer's keeps it open.</summary>
    public Instant? Due { get; init; }

    /// <summary>The due time if it were resumed at the moment of asking; null unless a pause of the customer's keeps the due time open.</summary>
    public Instant? DueIfResumed { get; init; }

    /// <summary>
    /// From when it counts as overdue: from the due time, or from the change of the target when that put the due time into the past.
    /// Null unless overdue. <see cref="Due"/> and <see cref="DueIfResumed"/> keep the other instant.
    /// </summary>
    public Instant? OverdueSince { get; init; }

    /// <summary>
    /// Absolute time from the due time to the moment of asking or of stopping: negative is time in hand. Null before the start.
    /// </summary>
    public Duration? Lateness { get; init; }

    /// <summary>The open time by party, from the start to the moment of asking or of stopping.</summary>
    public TimeSplit Split { get; init; }
}
