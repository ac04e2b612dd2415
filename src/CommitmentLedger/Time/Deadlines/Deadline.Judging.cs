using System.Text.Json.Serialization;
using System.Runtime.InteropServices;
using NodaTime;

namespace CommitmentLedger.Time;

/// <content>Judging by timestamps, and re-resolving what has not yet fallen due.</content>
public sealed partial record Deadline
{
    /// <summary>Whether it is overdue: only after the due instant, never at it.</summary>
    public bool IsOverdueAt(Instant now) => Microseconds.Truncate(now) > Due;

    /// <summary>
    /// Whether a customer who was told both was told the same: the same wall-clock times where both name them in one zone, whatever
    /// the zone rules make of them; else the same instants. A window is never the same as its end, nor as one that opens at another time.
    /// </summary>
    public bool IsSameMomentAs(Deadline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LocalDue is not null && other.LocalDue is not null && Zone.Id == other.Zone.Id
            ? LocalDue == other.LocalDue && LocalOpens == other.LocalOpens
            : Due == other.Due && Opens == other.Opens;
    }

    /// <summary>Judges by when it was done, whenever that was found out.</summary>
    public Judgement Judge(Instant done)
    {
        Instant at = Microseconds.Truncate(done);
        Timeliness timeliness = at > Due ? Timeliness.Late : at < Opens ? Timeliness.Early : Timeliness.OnTime;
        return new Judgement(timeliness, Due - at);
    }

    /// <summary>This deadline, or the refusal <c>due_before_promise</c> when it had passed already when the promise was given.</summary>
    public TimeResult<Deadline> NotBefore(Instant promisedAt) => Due >= Microseconds.Truncate(promisedAt)
        ? this
        : new TimeRefusal(
            "due_before_promise",
            "due",
            $"It was due on {ToText()}, before the promise was given. Name a later date, or record it as overdue.");

    /// <summary>
    /// What was said, resolved under other zone rules: for dates by the wall clock that are still to come. One that has fallen due by
    /// <paramref name="now"/> is given back unchanged, and so is one that is not by the wall clock.
    /// </summary>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="zones">Where the new rules come from.</param>
    /// <returns>The deadline, or the refusal <c>empty_window</c> or <c>unknown_zone</c>.</returns>
    public TimeResult<Deadline> Reassess(Instant now, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return Due <= now ? this : ResolvedBy(zones);
    }

    /// <summary>
    /// What was said, counted through another version of its calendar. One that has fallen due by <paramref name="now"/> is given back
    /// unchanged, and so is one that no calendar counted. Pauses are the clock's: it adds them to what this gives.
    /// </summary>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="calendar">Another version of the same calendar, or the same under other zone rules.</param>
    /// <returns>The deadline, or a refusal when the calendar has too little open time.</returns>
    /// <exception cref="ArgumentException">It is not the same calendar by name.</exception>
    public TimeResult<Deadline> Reassess(Instant now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Due <= now || Calendar is null) return this;
        if (Calendar.Name != calendar.Version.Name)
            throw new ArgumentException(
                $"It was counted by {Calendar}, and this is {calendar}. Renegotiate to change the calendar itself.",
                nameof(calendar));
        return CountedBy(calendar);
    }

    /// <summary>The same wall-clock time under other zone rules; other forms stay as they are.</summary>
    internal TimeResult<Deadline> ResolvedBy(IDateTimeZoneProvider zones)
    {
        if (LocalDue is not { } due) return this;
        if (zones.GetZoneOrNull(Zone.Id) is not { } zone)
            return new TimeRefusal("unknown_zone", "zone", $"These zone rules do not know {Zone.Id}. Use rules that do.");
        TimeResult<Deadline> again = LocalOpens is { } opens ? Between(opens, due, zone, Said) : By(due, zone, Said);
        return again.TryGet(out Deadline? resolved, out TimeRefusal? refusal)
            ? resolved with { TzdbVersion = ZoneRules.VersionOf(zones) }
            : refusal;
    }

    /// <summary>The same open time or working days, counted by another version of the calendar.</summary>
    internal TimeResult<Deadline> CountedBy(WorkingCalendar calendar) => Counted(Form, Time, Days, From!.Value, calendar, Zone.Id == calendar.Zone.Id ? calendar.Zone : Zone, Said);

    /// <summary>A counted deadline as the customer's pauses have moved it; a date that was said stays.</summary>
    internal Deadline MovedTo(Instant due) => MovesWithPauses ? this with { Due = due } : this;
}

/// <summary>Whether something was done in time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Timeliness>))]
public enum Timeliness
{
    /// <summary>Before the window opened. Never said of a deadline without a window.</summary>
    Early,

    /// <summary>At the due instant or before it, and not before the window.</summary>
    OnTime,

    /// <summary>After the due instant.</summary>
    Late,
}

/// <summary>The outcome of a deadline.</summary>
/// <param name="Timeliness">Early, on time or late.</param>
/// <param name="Margin">From done to due: positive is time in hand, negative is late. Absolute time, not rounded.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Judgement(Timeliness Timeliness, Duration Margin)
{
    /// <summary>Whether it was not late.</summary>
    public bool IsInTime => Timeliness != Timeliness.Late;
}
