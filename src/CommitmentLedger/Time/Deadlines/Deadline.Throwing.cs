using NodaTime;

namespace CommitmentLedger.Time;

/// <content>The forms that can fail, throwing instead of returning a refusal.</content>
public sealed partial record Deadline
{
    /// <summary>"Between 10 and 12".</summary>
    /// <exception cref="InvalidOperationException">The clocks of the zone skip the whole window.</exception>
    /// <inheritdoc cref="TryBetween"/>
    /// <returns>The deadline.</returns>
    public static Deadline Between(LocalDateTime opens, LocalDateTime due, DateTimeZone zone, string? said = null) => TryBetween(opens, due, zone, said).Value;

    /// <summary>"Within 30 minutes": open time from a start. Around the clock has to be said: <see cref="WorkingCalendar.AroundTheClock"/>.</summary>
    /// <exception cref="InvalidOperationException">The calendar has too little open time.</exception>
    /// <inheritdoc cref="TryWithin(BusinessTime, Instant, WorkingCalendar, DateTimeZone?, string?)"/>
    /// <returns>The deadline.</returns>
    public static Deadline Within(BusinessTime time, Instant from, WorkingCalendar calendar, DateTimeZone? zone = null, string? said = null) =>
        TryWithin(time, from, calendar, zone, said).Value;

    /// <summary>"Within two working days": working days from a start.</summary>
    /// <exception cref="InvalidOperationException">The calendar has too little open time.</exception>
    /// <inheritdoc cref="TryWithin(BusinessDays, Instant, WorkingCalendar, DateTimeZone?, string?)"/>
    /// <returns>The deadline.</returns>
    public static Deadline Within(BusinessDays days, Instant from, WorkingCalendar calendar, DateTimeZone? zone = null, string? said = null) =>
        TryWithin(days, from, calendar, zone, said).Value;

    /// <summary>This much open time ahead of another date: an internal target, counted back through the team's calendar.</summary>
    /// <exception cref="InvalidOperationException">The calendar has too little open time.</exception>
    /// <inheritdoc cref="TryAhead(BusinessTime, Deadline, WorkingCalendar, DateTimeZone?, string?)"/>
    /// <returns>The deadline.</returns>
    public static Deadline Ahead(BusinessTime time, Deadline of, WorkingCalendar calendar, DateTimeZone? zone = null, string? said = null) =>
        TryAhead(time, of, calendar, zone, said).Value;

    /// <summary>This many working days ahead of another date.</summary>
    /// <exception cref="InvalidOperationException">The calendar has too little open time.</exception>
    /// <inheritdoc cref="TryAhead(BusinessDays, Deadline, WorkingCalendar, DateTimeZone?, string?)"/>
    /// <returns>The deadline.</returns>
    public static Deadline Ahead(BusinessDays days, Deadline of, WorkingCalendar calendar, DateTimeZone? zone = null, string? said = null) =>
        TryAhead(days, of, calendar, zone, said).Value;
}
