using NodaTime;

namespace CommitmentLedger.Tests.Time;

/// <summary>What a calendar says of itself that is probably a mistake, and nothing else.</summary>
public class CalendarLintTests
{
    private static readonly WorkingCalendar Utc = new WorkingCalendar("utc", 1, DateTimeZone.Utc).WithHours(IsoDayOfWeek.Friday, Some.Hours("09:00-17:00"));

    public static TheoryData<WorkingCalendar, string[]> Calendars => new()
    {
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("22:00-06:00+1")).WithHours(IsoDayOfWeek.Wednesday, Some.Hours("05:00-12:00")), ["overlap $.hours.tuesday"] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("22:00-06:00+1")).WithHours(IsoDayOfWeek.Wednesday, Some.Hours("06:00-12:00")), [] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("22:00-06:00+1")).WithHours(IsoDayOfWeek.Monday, Some.Hours("05:00-12:00")), [] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("09:00-12:00"), Some.Hours("11:00-17:00")), ["overlap $.hours.tuesday[1]"] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("09:00-12:00"), Some.Hours("12:00-17:00")), [] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("12:00-17:00"), Some.Hours("09:00-12:00")), [] },
        { Utc.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("20:00-02:00+1"), Some.Hours("23:00-23:30")), ["overlap $.hours.tuesday[1]"] },
        { Utc.WithSpecialDays(SpecialDay.Open(Some.Date("2026-12-24"), "Short", Some.Hours("09:00-12:00"), Some.Hours("11:00-13:00"))), ["overlap $.specialDays[0].hours[1]"] },
        { Utc.WithSpecialDays(SpecialDay.Closed(new AnnualDate(2, 29), "Leap day")), ["leap_day $.specialDays[0]"] },
        { Utc.WithSpecialDays(SpecialDay.Closed(new AnnualDate(2, 28), "Day before")), [] },
        { Utc.WithSpecialDays(SpecialDay.Closed(Some.Date("2026-12-24"), "Off").Inactive(), SpecialDay.Closed(Some.Date("2026-12-24"), "Closed")), ["inactive $.specialDays[0]"] },
        { Utc.WithClosedPeriods(new ClosedPeriod(Some.Local("2026-11-16T09:00:00"), Some.Local("2026-11-16T10:00:00"), "Drill")), [] },
    };

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Each_mistake_is_named_by_its_field_and_what_is_right_is_not(WorkingCalendar calendar, string[] expected) =>
        calendar.Lint().Select(lint => $"{lint.Code} {lint.Field}").Should().Equal(expected);

    [Fact]
    public void A_calendar_prints_no_list_that_it_does_not_have() => Utc.ToJson().Should().NotContainAny("specialDays", "closedPeriods");
}
