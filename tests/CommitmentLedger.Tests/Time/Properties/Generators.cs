using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>A calendar with a start, an amount and pauses; all on whole minutes, so that an oracle can count them.</summary>
public sealed record Scenario(WorkingCalendar Calendar, Instant Start, BusinessTime Time, BusinessTime More, IReadOnlyList<Interval> Pauses)
{
    public override string ToString() => $"{Calendar.ToJson()} start {Start} time {Time} more {More} pauses {string.Join(", ", Pauses)}";
}

/// <summary>Random calendars in zones whose clocks change at odd times, with closed periods, holidays and hours over midnight.</summary>
internal static class Generators
{
    private const int MinutesInDay = 1440;

    private static readonly string[] Zones =
        ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "America/Havana", "Asia/Tehran", "Asia/Dubai", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Kathmandu"];

    /// <summary>Days around which clocks change somewhere: in spring, in autumn, at the new year, in Apia the date that was skipped.</summary>
    private static readonly LocalDate[] Dates =
        [new(2026, 3, 27), new(2026, 10, 23), new(2026, 3, 7), new(2026, 10, 30), new(2011, 12, 28), new(2015, 10, 15), new(2018, 2, 15), new(2020, 3, 19), new(2026, 12, 29), new(2026, 6, 1)];

    public static Arbitrary<Scenario> Scenarios { get; } = Arb.From(
        from calendar in Calendars()
        from start in Instants()
        from time in Gen.Choose(1, 3000)
        from more in Gen.Choose(1, 3000)
        from pauses in Gen.ListOf(Pauses(start), 4)
        from count in Gen.Choose(0, 4)
        select new Scenario(calendar, start, BusinessTime.FromMinutes(time), BusinessTime.FromMinutes(more), [.. pauses.Take(count)]));

    public static Gen<WorkingCalendar> Calendars() =>
        from zone in Gen.Elements(Zones)
        from week in Gen.ListOf(Hours(), 7)
        from specialDays in Gen.ListOf(SpecialDays(), 3)
        from closedPeriods in Gen.ListOf(ClosedPeriods(), 2)
        from extras in Gen.Choose(0, 3)
        select Create(zone, [.. week], [.. specialDays.Take(extras)], [.. closedPeriods.Take(extras)]);

    private static WorkingCalendar Create(string zone, OpenInterval[][] week, SpecialDay[] specialDays, ClosedPeriod[] closedPeriods)
    {
        var calendar = new WorkingCalendar("random", 1, DateTimeZoneProviders.Tzdb[zone]);
        for (int day = 0; day < week.Length; day++) calendar = calendar.WithHours((IsoDayOfWeek)(day + 1), week[day]);
        return calendar.WithSpecialDays(specialDays).WithClosedPeriods(closedPeriods);
    }

    private static Gen<OpenInterval[]> Hours() =>
        from intervals in Gen.ListOf(Intervals(), 3)
        from count in Gen.Elements(0, 1, 1, 2, 3)
        select intervals.Take(count).ToArray();

    private static Gen<OpenInterval> Intervals() =>
        from opens in Gen.Elements(0, 30, 60, 90, 120, 150, 180, 540, 600, 785, 1320, 1425)
        from length in Gen.Elements(1, 20, 60, 90, 240, 480, 600, MinutesInDay)
        select Interval(opens, opens + length);

    private static OpenInterval Interval(int opens, int closes) => closes < MinutesInDay
        ? OpenInterval.Between(TimeOf(opens), TimeOf(closes))
        : OpenInterval.OverMidnight(TimeOf(opens), TimeOf(closes - MinutesInDay));

    private static LocalTime TimeOf(int minute) => LocalTime.Midnight.PlusMinutes(minute);

    private static Gen<LocalDate> DatesNearChanges() =>
        from date in Gen.Elements(Dates)
        from days in Gen.Choose(-3, 12)
        select date.PlusDays(days);

    private static Gen<SpecialDay> SpecialDays() =>
        from date in DatesNearChanges()
        from hours in Hours()
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => SpecialDay.Closed(date, "holiday"),
            1 => SpecialDay.Closed(new AnnualDate(date.Month, date.Day), "yearly"),
            2 when hours.Length > 0 => SpecialDay.Open(date, "short", hours),
            _ => SpecialDay.Like(date, "like", (IsoDayOfWeek)(date.Day % 7 + 1)),
        };

    private static Gen<ClosedPeriod> ClosedPeriods() =>
        from date in DatesNearChanges()
        from minute in Gen.Choose(0, MinutesInDay - 1)
        from length in Gen.Elements(0, 30, 600, 3000)
        from zone in Gen.Elements(null, "Asia/Dubai", "America/New_York")
        let begin = date + TimeOf(minute)
        select new ClosedPeriod(begin, begin.PlusMinutes(length), "closedPeriod", zone is null ? null : DateTimeZoneProviders.Tzdb[zone]);

    private static Gen<Instant> Instants() =>
        from date in DatesNearChanges()
        from minute in Gen.Choose(0, MinutesInDay - 1)
        select date.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(minute);

    private static Gen<Interval> Pauses(Instant start) =>
        from offset in Gen.Choose(-2000, 6000)
        from length in Gen.Elements(0, 1, 60, 600, 4000)
        let begin = start + Duration.FromMinutes(offset)
        select new Interval(begin, begin + Duration.FromMinutes(length));
}
