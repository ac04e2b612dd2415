using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>A time during which a clock was paused. Whole microseconds.</summary>
public sealed record PausedSpan
{
    /// <summary>Describes a pause.</summary>
    /// <param name="from">When it began.</param>
    /// <param name="to">When it ended; null while it lasts.</param>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <param name="on">The party whose time it is.</param>
    /// <exception cref="ArgumentException">It ends before it begins, the reason is not usable, or the side is none.</exception>
    public PausedSpan(Instant from, Instant? to, string reason, Party on)
    {
        From = Microseconds.Truncate(from);
        To = to is { } end ? Microseconds.Truncate(end) : null;
        if (To < From) throw new ArgumentException("The pause ends before it begins.", nameof(to));
        Reason = BoundedText.Require(reason, BoundedText.MaxNameLength, nameof(reason));
        if (!Enum.IsDefined(on)) throw new ArgumentOutOfRangeException(nameof(on), on, "Say whose time it is.");
        On = on;
    }

    /// <summary>When it began.</summary>
    public Instant From { get; }

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? To { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The party whose time it is.</summary>
    public Party On { get; }

    internal Interval Interval => new(From, To);

    internal PausedSpan Open() => new(From, null, Reason, On);

    internal PausedSpan EndedAt(Instant to) => new(From, to < From ? From : to, Reason, On);
}
