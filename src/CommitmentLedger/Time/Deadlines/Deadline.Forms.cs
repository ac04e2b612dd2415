using NodaTime;

namespace CommitmentLedger.Time;

/// <content>One method for each way of saying a deadline.</content>
public sealed partial record Deadline
{
    /// <summary>A deadline at an instant that is already known.</summary>
    /// <param name="due">The last instant that is on time; in the years 1900 to 2199.</param>
    /// <param name="zone">The zone in which people speak of it.</param>
    /// <param name="said">The words, at most 500 characters.</param>
    /// <exception cref="ArgumentException">The instant is out of range, or the words are not usable.</exception>
    public static Deadline At(Instant due, DateTimeZone zone, string? said = null) =>
        new(DeadlineForm.At, zone) { Due = Bounded(due, nameof(due)), Said = Words(said) };

    /// <summary>
    /// "By Friday 17:00". A time that the clocks skip moves forward by the gap; of a time that occurs twice, the first occurrence is due.
    /// </summary>
    /// <param name="due">The wall-clock time.</param>
    /// <param name="zone">The zone of that clock: the customer's for what a customer is told.</param>
    /// <param name="said">The words, at most 500 characters.</param>
    /// <exception cref="ArgumentException">The time is out of range, or the words are not usable.</exception>
    public static Deadline By(LocalDateTime due, DateTimeZone zone, string? said = null)
    {
        LocalDateTime local = LocalTimes.Require(due, nameof(due));
        ArgumentNullException.ThrowIfNull(zone);
        Instant instant = Resolved(local, LocalTimes.Opening(local, zone), zone, nameof(due));
        return new Deadline(DeadlineForm.By, zone) { LocalDue = local, Due = instant, Said = Words(said) };
    }

    /// <summary>
    /// "Between 10 and 12". The first occurrence of a doubtful start opens the window, the last occurrence of its end closes it.
    /// </summary>
    /// <param name="opens">The start of the window by the wall clock.</param>
    /// <param name="due">Its end; after the start.</param>
    /// <param name="zone">The zone of that clock.</param>
    /// <param name="said">The words, at most 500 characters.</param>
    /// <returns>The deadline, or the refusal <c>empty_window</c> when the whole window falls into a gap of the clocks.</returns>
    /// <exception cref="ArgumentException">The window is empty or inverted, out of range, or the words are not usable.</exception>
    public static TimeResult<Deadline> TryBetween(LocalDateTime opens, LocalDateTime due, DateTimeZone zone, string? said = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        LocalDateTime first = LocalTimes.Require(opens, nameof(opens));
        LocalDateTime last = LocalTimes.Require(due, nameof(due));
        if (last <= first) throw new ArgumentException($"The window ends at {last:s}, not after its start at {first:s}.", nameof(due));
        Instant start = Resolved(first, LocalTimes.Opening(first, zone), zone, nameof(opens));
        Instant end = Resolved(last, LocalTimes.Closing(last, zone), zone, nameof(due));
        if (end <= start)
            return new TimeRefusal("empty_window", nameof(due), $"The clocks of {zone.Id} skip the whole window. Name a time that exists.");
        return new Deadline(DeadlineForm.Between, zone)
        {
            LocalOpens = first,
            LocalDue = last,
            Opens = start,
            Due = end,
            Said = Words(said),
        };
    }

    /// <summary>
    /// "Within 30 minutes": open time from a start. Around the clock has to be said: <see cref="WorkingCalendar.AroundTheClock"/>.
    /// </summary>
    /// <param name="time">How much open time.</param>
    /// <param name="from">The instant from which it counts.</param>
    /// <param name="calendar">The calendar that counts it.</param>
    /// <param name="zone">The zone in which people speak of it; null for the calendar's.</param>
    /// <param name="said">The words, at most 500 characters.</param>
    /// <returns>The deadline, or a refusal when the calendar has too little open time.</returns>
    public static TimeResult<Deadline> TryWithin(
        BusinessTime time,
        Instant from,
        WorkingCalendar calendar,
        DateTimeZone? zone = null,
        string? said = null) =>
        Counted(DeadlineForm.Within, time, null, from, calendar, zone, said);

    /// <summary>"Within two working days": working days from a start.</summary>
    /// <inheritdoc cref="TryWithin(BusinessTime, Instant, WorkingCalendar, DateTimeZone?, string?)"/>
    public static TimeResult<Deadline> TryWithin(
        BusinessDays days,
        Instant from,
        WorkingCalendar calendar,
        DateTimeZone? zone = null,
        string? said = null) =>
        Counted(DeadlineForm.Within, null, days, from, calendar, zone, said);

    /// <summary>This much open time ahead of another date: an internal target, counted back through the team's calendar.</summary>
    /// <param name="time">How much open time to keep in hand.</param>
    /// <param name="of">The date to be met: the customer's.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="zone">The zone in which people speak of it; null for the calendar's.</param>
    /// <param name="said">The words, at most 500 characters.</param>
    /// <returns>The deadline, or a refusal when the calendar has too little open time.</returns>
    public static TimeResult<Deadline> TryAhead(
        BusinessTime time,
        Deadline of,
        WorkingCalendar calendar,
        DateTimeZone? zone = null,
        string? said = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        return Counted(DeadlineForm.Ahead, time, null, of.Due, calendar, zone, said);
    }

    /// <summary>This many working days ahead of another date.</summary>
    /// <inheritdoc cref="TryAhead(BusinessTime, Deadline, WorkingCalendar, DateTimeZone?, string?)"/>
    public static TimeResult<Deadline> TryAhead(
        BusinessDays days,
        Deadline of,
        WorkingCalendar calendar,
        DateTimeZone? zone = null,
        string? said = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        return Counted(DeadlineForm.Ahead, null, days, of.Due, calendar, zone, said);
    }

    internal static TimeResult<Deadline> Counted(
        DeadlineForm form, BusinessTime? time, BusinessDays? days, Instant from, WorkingCalendar calendar, DateTimeZone? zone, string? said)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Instant start = Bounded(from, nameof(from));
        TimeResult<Instant> counted = (form, days) switch
        {
            (DeadlineForm.Within, { } number) => calendar.Add(start, number),
            (DeadlineForm.Within, null) => calendar.Add(start, time!.Value),
            (_, { } number) => calendar.Subtract(start, number),
            (_, null) => calendar.Subtract(start, time!.Value),
        };
        if (!counted.TryGet(out Instant due, out TimeRefusal? refusal)) return refusal;
        return new Deadline(form, zone ?? calendar.Zone)
        {
            Time = time,
            Days = days,
            From = start,
            Due = due,
            Calendar = calendar.Version,
            TzdbVersion = calendar.TzdbVersion,
            Said = Words(said),
        };
    }

    /// <summary>The instant of a local time by the rules of the zone that was given, where it can be read back by those of the tz database.</summary>
    private static Instant Resolved(LocalDateTime local, Instant instant, DateTimeZone zone, string field)
    {
        Instant whole = Bounded(instant, field);
        DateTimeZone known = ZoneRules.Named(zone, nameof(zone));
        return LocalTimes.IsNear(local, whole) && LocalTimes.IsWithinYears(local, known) ? whole : throw new ArgumentException(
            $"By the tz database's rules of this zone the time lies outside the years {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear}. "
            + "Use the zone that DateTimeZoneProviders.Tzdb has, or another time.",
            field);
    }

    private static Instant Bounded(Instant instant, string field)
    {
        long whole = Microseconds.Of(instant);
        YearStarts.YearOf(whole, field);
        return Microseconds.ToInstant(whole);
    }

    private static string? Words(string? said) => said is null ? null : BoundedText.Require(said, BoundedText.MaxSayingLength, nameof(said));
}
