using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Writes a calendar down as its document; what has its default value is left out.</summary>
internal static class CalendarPrinter
{
    public static CalendarDocument Print(WorkingCalendar calendar) => new()
    {
        Name = calendar.Version.Name,
        Version = calendar.Version.Version,
        Zone = calendar.Zone.Id,
        Hours = new WeekDocument
        {
            Monday = Print(calendar.HoursOn(IsoDayOfWeek.Monday)),
            Tuesday = Print(calendar.HoursOn(IsoDayOfWeek.Tuesday)),
            Wednesday = Print(calendar.HoursOn(IsoDayOfWeek.Wednesday)),
            Thursday = Print(calendar.HoursOn(IsoDayOfWeek.Thursday)),
            Friday = Print(calendar.HoursOn(IsoDayOfWeek.Friday)),
            Saturday = Print(calendar.HoursOn(IsoDayOfWeek.Saturday)),
            Sunday = Print(calendar.HoursOn(IsoDayOfWeek.Sunday)),
        },
        SpecialDays = calendar.SpecialDays.Count == 0 ? null : [.. calendar.SpecialDays.Select(Print)],
        ClosedPeriods = calendar.ClosedPeriods.Count == 0 ? null : [.. calendar.ClosedPeriods.Select(Print)],
    };

    private static SpecialDayDocument Print(SpecialDay day) => new()
    {
        Date = Days.Print(day),
        Name = day.Name,
        Hours = Print(day.Hours),
        LikeWeekday = day.LikeWeekday is { } like ? Weekdays.Print(like) : null,
        Active = day.IsActive ? null : false,
    };

    private static ClosedPeriodDocument Print(ClosedPeriod closedPeriod) => new()
    {
        From = DeadlineText.Locals.Format(closedPeriod.From),
        To = DeadlineText.Locals.Format(closedPeriod.To),
        Name = closedPeriod.Name,
        Zone = closedPeriod.Zone?.Id,
        Active = closedPeriod.IsActive ? null : false,
    };

    private static string[]? Print(IReadOnlyList<OpenInterval> hours) =>
        hours.Count == 0 ? null : [.. hours.Select(interval => interval.ToString())];
}
