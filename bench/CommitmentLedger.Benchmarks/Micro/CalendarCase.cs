using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>What both ways of measuring measure: an office from Monday to Friday with a lunch break and fifteen holidays.</summary>
internal static class CalendarCase
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static WorkingCalendar Office { get; } = new WorkingCalendar("office", 1, Zone)
        .WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(12, 30)), OpenInterval.Between(new LocalTime(13, 30), new LocalTime(18, 0)))
        .WithSpecialDays([.. Enumerable.Range(0, 15).Select(i => SpecialDay.Closed(new LocalDate(2026, 1, 6).PlusDays(i * 24), "Holiday"))]);

    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 10, 9, 17, 42);

    public static ZonedDateTime ZonedStart { get; } = Start.InZone(Zone);

    public static BusinessTime ThreeHours { get; } = BusinessTime.FromHours(3);

    public static BusinessTime ThreeThousandHours { get; } = BusinessTime.FromHours(3000);
}
