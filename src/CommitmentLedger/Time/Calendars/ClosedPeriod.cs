using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// A one-off time without work that is no whole day: a staff meeting, a power cut, a head office in another zone that shuts down.
/// It removes exactly its overlap with the opening hours. A closed period of no length has no effect.
/// </summary>
public sealed class ClosedPeriod
{
    /// <summary>Creates a closed period.</summary>
    /// <param name="from">The first closed moment by the wall clock of <paramref name="zone"/>.</param>
    /// <param name="to">The moment at which the closed period ends; not before <paramref name="from"/>.</param>
    /// <param name="name">The name for the explanation, 1 to 100 characters.</param>
    /// <param name="zone">The zone in which it was announced; null for the calendar's own.</param>
    /// <param name="isActive">Whether it counts; an entry that is not active stays on record without effect.</param>
    /// <exception cref="ArgumentException">It ends before it begins or is out of range, or the name is not usable.</exception>
    public ClosedPeriod(LocalDateTime from, LocalDateTime to, string name, DateTimeZone? zone = null, bool isActive = true)
    {
        From = LocalTimes.Require(from, nameof(from));
        To = LocalTimes.Require(to, nameof(to));
        if (To < From) throw new ArgumentException($"The closed period ends at {To:s}, before it begins at {From:s}.", nameof(to));
        Name = BoundedText.Require(name, BoundedText.MaxNameLength, nameof(name));
        Zone = zone is null ? null : ZoneRules.Require(zone, nameof(zone));
        IsActive = isActive;
    }

    /// <summary>The first closed moment.</summary>
    public LocalDateTime From { get; }

    /// <summary>The moment at which the closed period has ended.</summary>
    public LocalDateTime To { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The zone in which it was announced; null for the calendar's own.</summary>
    public DateTimeZone? Zone { get; }

    /// <summary>Whether it counts.</summary>
    public bool IsActive { get; }

    /// <summary>Adds the closed time: from the first occurrence of its beginning to the last occurrence of its end.</summary>
    internal void AddSpans(DateTimeZone calendarZone, List<Span> spans) => LocalTimes.AddSpans(From, To, Zone ?? calendarZone, spans);
}
