using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// When somebody works: weekly opening hours by the wall clock of a zone, with the days and times that differ. Immutable, safe for use
/// from many threads at once, and versioned: an edited calendar is a new version, and what was promised keeps the one it was promised
/// under. It answers for the years 1900 to 2199. Where the clocks change, a time that does not exist moves forward by the gap, hours
/// that become empty vanish, and of a time that occurs twice the first occurrence opens and the last one closes. A day is what the clocks
/// showed of its date, from its first minute to its last; a date that they skipped has no hours.
/// </summary>
[JsonConverter(typeof(WorkingCalendarConverter))]
public sealed partial class WorkingCalendar
{
    /// <summary>The first year for which a calendar answers.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year for which a calendar answers.</summary>
    public const int LastYear = 2199;

    /// <summary>The most special days, and the most closed periods, that a calendar holds.</summary>
    public const int MaxEntries = 5000;

    private const int DaysInWeek = 7;

    /// <summary>The name and version of every calendar that is always open.</summary>
    internal static readonly CalendarVersion AroundTheClockVersion = new("around-the-clock", 1);

    private readonly OpenInterval[][] _hours;
    private readonly CalendarTimeline _timeline;

    /// <summary>Creates a calendar without any opening hours; add them with the methods that begin with <c>With</c>.</summary>
    /// <param name="name">The name, 1 to 100 characters.</param>
    /// <param name="version">The version of its contents, from 1.</param>
    /// <param name="zone">The zone of its wall clock; it need not be the server's or the customer's.</param>
    /// <param name="tzdbVersion">The version of the zone rules; null for those that NodaTime carries.</param>
    /// <exception cref="ArgumentException">The name is not usable or the version is below 1.</exception>
    public WorkingCalendar(string name, int version, DateTimeZone zone, string? tzdbVersion = null)
        : this(new CalendarVersion(name, version), zone, tzdbVersion ?? ZoneRules.CurrentVersion, [[], [], [], [], [], [], []], [], [])
    {
    }

    private WorkingCalendar(
        CalendarVersion version,
        DateTimeZone zone,
        string tzdbVersion,
        OpenInterval[][] hours,
        SpecialDay[] specialDays,
        ClosedPeriod[] closedPeriods)
    {
        RequireAtMost(specialDays.Length, nameof(specialDays));
        RequireAtMost(closedPeriods.Length, nameof(closedPeriods));
        Version = version;
        Zone = ZoneRules.Require(zone, nameof(zone));
        TzdbVersion = BoundedText.Require(tzdbVersion, BoundedText.MaxNameLength, nameof(tzdbVersion));
        SpecialDays = Array.AsReadOnly(specialDays);
        ClosedPeriods = Array.AsReadOnly(closedPeriods);
        _hours = hours;
        _timeline = new CalendarTimeline(new DayPlanner(zone, hours, specialDays), closedPeriods);
    }

    /// <summary>The name and the version that promises pin.</summary>
    public CalendarVersion Version { get; }

    /// <summary>The zone of the wall clock.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The version of the zone rules: <c>2026a</c>.</summary>
    public string TzdbVersion { get; }

    /// <summary>The days that differ, in the order in which they were added.</summary>
    public IReadOnlyList<SpecialDay> SpecialDays { get; }

    /// <summary>The one-off closed periods, in the order in which they were added.</summary>
    public IReadOnlyList<ClosedPeriod> ClosedPeriods { get; }

    internal DayPlanner Planner => _timeline.Planner;

    internal CalendarTimeline Timeline => _timeline;

    /// <summary>Open all the time: what "24 by 7" means when somebody says so.</summary>
    public static WorkingCalendar AroundTheClock(DateTimeZone zone)
    {
        OpenInterval[] day = [OpenInterval.OverMidnight(LocalTime.Midnight, LocalTime.Midnight)];
        return new(AroundTheClockVersion, zone, ZoneRules.CurrentVersion, [day, day, day, day, day, day, day], [], []);
    }

    /// <summary>The opening hours of a weekday; several intervals a day are allowed, and overlapping ones count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weekday"/> is none.</exception>
    public IReadOnlyList<OpenInterval> HoursOn(IsoDayOfWeek weekday) =>
        Array.AsReadOnly(_hours[(int)OpeningHours.RequireWeekday(weekday) - 1]);

    /// <summary>This calendar with these hours on a weekday in place of those before. No hours: closed.</summary>
    /// <exception cref="ArgumentException">An interval is <c>default</c>, there are more than 48, or the weekday is none.</exception>
    public WorkingCalendar WithHours(IsoDayOfWeek weekday, params IReadOnlyList<OpenInterval> hours)
    {
        OpenInterval[][] week = [.. _hours];
        week[(int)OpeningHours.RequireWeekday(weekday) - 1] = OpeningHours.Copy(hours, nameof(hours));
        return new(Version, Zone, TzdbVersion, week, [.. SpecialDays], [.. ClosedPeriods]);
    }

    /// <summary>This calendar with these hours from Monday to Friday.</summary>
    /// <exception cref="ArgumentException">An interval is <c>default</c>, or there are more than 48.</exception>
    public WorkingCalendar WithWeekdays(params IReadOnlyList<OpenInterval> hours) => With(hours, days: 5);

    /// <summary>This calendar with these hours on all seven days of the week.</summary>
    /// <exception cref="ArgumentException">An interval is <c>default</c>, or there are more than 48.</exception>
    public WorkingCalendar WithEveryDay(params IReadOnlyList<OpenInterval> hours) => With(hours, DaysInWeek);

    /// <summary>This calendar with more special days.</summary>
    /// <exception cref="ArgumentException">One is null, or there would be more than <see cref="MaxEntries"/>.</exception>
    public WorkingCalendar WithSpecialDays(params IReadOnlyList<SpecialDay> specialDays) =>
        new(Version, Zone, TzdbVersion, _hours, Joined(SpecialDays, specialDays, nameof(specialDays)), [.. ClosedPeriods]);

    /// <summary>This calendar with more closed periods.</summary>
    /// <exception cref="ArgumentException">One is null, or there would be more than <see cref="MaxEntries"/>.</exception>
    public WorkingCalendar WithClosedPeriods(params IReadOnlyList<ClosedPeriod> closedPeriods) =>
        new(Version, Zone, TzdbVersion, _hours, [.. SpecialDays], Joined(ClosedPeriods, closedPeriods, nameof(closedPeriods)));

    /// <summary>The same contents as another version.</summary>
    /// <exception cref="ArgumentException">The version is below 1.</exception>
    public WorkingCalendar AsVersion(int version) =>
        new(new CalendarVersion(Version.Name, version), Zone, TzdbVersion, _hours, [.. SpecialDays], [.. ClosedPeriods]);

    /// <summary>The same calendar under other zone rules: the zone of the same id that the provider gives.</summary>
    /// <exception cref="ArgumentException">The provider does not know the zone.</exception>
    public WorkingCalendar UnderRulesOf(IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        DateTimeZone zone = zones.GetZoneOrNull(Zone.Id) ?? throw new ArgumentException($"These zone rules do not know {Zone.Id}. Use rules that do.", nameof(zones));
        return new(Version, zone, ZoneRules.VersionOf(zones), _hours, [.. SpecialDays], [.. ClosedPeriods]);
    }

    /// <summary>
    /// What is probably not meant: overlaps, 23:59 for 24:00, two entries for one date, a date that the clocks skip,
    /// entries without effect, no opening at all.
    /// </summary>
    public IReadOnlyList<CalendarLint> Lint() => CalendarLinter.Check(this);

    /// <summary>The name and the version.</summary>
    public override string ToString() => Version.ToString();

    private WorkingCalendar With(IReadOnlyList<OpenInterval> hours, int days)
    {
        OpenInterval[] day = OpeningHours.Copy(hours, nameof(hours));
        OpenInterval[][] week = [.. _hours];
        Array.Fill(week, day, 0, days);
        return new(Version, Zone, TzdbVersion, week, [.. SpecialDays], [.. ClosedPeriods]);
    }

    private static T[] Joined<T>(IReadOnlyList<T> before, IReadOnlyList<T> added, string field)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(added, field);
        return added.Any(one => one is null) ? throw new ArgumentException("An element is null; leave it out.", field) : [.. before, .. added];
    }

    private static void RequireAtMost(int count, string field)
    {
        if (count > MaxEntries) throw new ArgumentException($"{count} entries are more than the {MaxEntries} of a calendar. Drop old ones.", field);
    }
}
