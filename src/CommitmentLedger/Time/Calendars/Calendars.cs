using System.Collections.Concurrent;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The working calendars that the ledger was given, by name and version, and around-the-clock for every zone.</summary>
internal sealed class Calendars
{
    private readonly Dictionary<CalendarVersion, WorkingCalendar> _known;
    private readonly ConcurrentDictionary<DateTimeZone, WorkingCalendar> _aroundTheClock = new();

    public Calendars(IEnumerable<WorkingCalendar> known) => _known = known.ToDictionary(calendar => calendar.Version);

    public static Calendars None { get; } = new([]);

    /// <summary>The calendar that counts towards a deadline; null when the ledger was not given it. A date that was said counts wall-clock time.</summary>
    public WorkingCalendar? Find(Deadline deadline)
    {
        WorkingCalendar aroundTheClock = _aroundTheClock.GetOrAdd(deadline.Zone, WorkingCalendar.AroundTheClock);
        if (deadline.Calendar is not { } version || version == aroundTheClock.Version) return aroundTheClock;
        return _known.GetValueOrDefault(version);
    }

    /// <summary>
    /// The same words, resolved by the zone rules and the latest version of the calendar that there are now; the deadline itself when
    /// neither has a say in it.
    /// </summary>
    public TimeResult<Deadline> Resolve(Deadline said)
    {
        if (said.LocalDue is not null) return said.ResolvedBy(DateTimeZoneProviders.Tzdb);
        WorkingCalendar? latest = said.Calendar is { } counted && !said.IsAroundTheClock
            ? _known.Values.Where(calendar => calendar.Version.Name == counted.Name).MaxBy(calendar => calendar.Version.Version)
            : null;
        return latest is null ? said : said.CountedBy(latest);
    }
}
