using NodaTime;

namespace CommitmentLedger.Tests.Time;

/// <summary>Calendars at the first and last of their years, and what a calendar takes at most.</summary>
public class CalendarEdgeTests
{
    private static readonly WorkingCalendar Utc = new("utc", 1, DateTimeZone.Utc);
    private static readonly BusinessTime NineHours = BusinessTime.FromHours(9);

    private static WorkingCalendar OpenOn(params string[] dates) =>
        Utc.WithSpecialDays([.. dates.Select(date => SpecialDay.Open(Some.Date(date), "Open", Some.Hours("09:00-17:00")))]);

    private static Instant At(string date) => Some.Instant(date + "T00:00:00Z");

    [Fact]
    public void Open_time_is_found_in_the_last_year_and_in_the_first()
    {
        WorkingCalendar last = OpenOn("2199-12-30"), first = OpenOn("1900-01-02");

        last.FirstOpening(At("2198-06-01")).Value.Should().Be(Some.Instant("2199-12-30T09:00:00Z"));
        last.Add(At("2198-06-01"), BusinessTime.FromHours(8)).Value.Should().Be(Some.Instant("2199-12-30T17:00:00Z"));
        first.LastClosing(At("1902-06-01")).Value.Should().Be(Some.Instant("1900-01-02T17:00:00Z"));
        first.Subtract(At("1902-06-01"), BusinessTime.FromHours(8)).Value.Should().Be(Some.Instant("1900-01-02T09:00:00Z"));
    }

    [Fact]
    public void Working_days_are_counted_into_the_last_year_and_the_first()
    {
        var next = new BusinessDays(1, DayRule.AtOpening);

        OpenOn("2198-12-30", "2199-12-30").Add(At("2198-12-30"), next).Value.Should().Be(Some.Instant("2199-12-30T09:00:00Z"));
        OpenOn("1900-01-02", "1901-01-02").Subtract(At("1901-01-03"), next).Value.Should().Be(Some.Instant("1900-01-02T09:00:00Z"));
    }

    [Theory]
    [InlineData("2026-11-16")]
    [InlineData("2026-11-16", "2027-11-16")]
    public void More_open_time_than_there_is_is_too_far_from_wherever_it_is_counted(params string[] dates)
    {
        WorkingCalendar calendar = OpenOn(dates);
        var more = BusinessTime.FromHours(8 * dates.Length + 1);

        calendar.Add(At("2020-01-01"), more).Refusal!.Code.Should().Be("too_far");
        calendar.Add(At("2026-01-01"), more).Refusal!.Code.Should().Be("too_far");
        calendar.Subtract(At("2035-01-01"), more).Refusal!.Code.Should().Be("too_far");
        calendar.Subtract(At("2027-12-31"), more).Refusal!.Code.Should().Be("too_far");
    }

    [Fact]
    public void Before_the_first_opening_and_after_the_last_nothing_opens()
    {
        WorkingCalendar once = OpenOn("2026-11-16");

        once.Subtract(At("2026-01-01"), NineHours).NeverOpens.Should().BeTrue();
        once.Add(At("2030-01-01"), NineHours).NeverOpens.Should().BeTrue();
        once.LastClosing(At("2020-01-01")).NeverOpens.Should().BeTrue();
        once.LastClosing(At("2030-01-01")).Value.Should().Be(Some.Instant("2026-11-16T17:00:00Z"));
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2199-12-31")]
    public void The_first_and_the_last_day_are_known(string date) => OpenOn(date).IsWorkingDay(Some.Date(date)).Should().BeTrue();

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    public void A_day_before_the_first_or_after_the_last_is_not(string date) =>
        FluentActions.Invoking(() => Utc.IsWorkingDay(Some.Date(date))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(date));

    [Fact]
    public void A_day_has_up_to_forty_eight_intervals()
    {
        OpenInterval[] halves = [.. Enumerable.Range(0, 48).Select(half => Some.Hours($"{half / 2:D2}:{half % 2 * 30:D2}-{half / 2:D2}:{half % 2 * 30 + 15:D2}"))];
        string hours = string.Join(',', halves.Select(half => $"\"{half}\""));
        string Json(string monday) => $$$"""{"name":"lab","version":1,"zone":"UTC","hours":{"monday":[{{{monday}}}]}}""";

        Utc.WithHours(IsoDayOfWeek.Monday, halves).HoursOn(IsoDayOfWeek.Monday).Should().HaveCount(48);
        WorkingCalendar.FromJson(Json(hours)).HoursOn(IsoDayOfWeek.Monday).Should().HaveCount(48);
        FluentActions.Invoking(() => Utc.WithHours(IsoDayOfWeek.Monday, [.. halves, Some.Hours("23:50-23:55")])).Should().Throw<ArgumentException>().WithParameterName("hours");
        WorkingCalendar.TryFromJson(Json(hours + ",\"23:50-23:55\"")).Refusal!.Field.Should().Be("$.hours.monday");
    }

    [Fact]
    public void A_calendar_has_up_to_five_thousand_entries_of_each_kind()
    {
        SpecialDay[] days = [.. Enumerable.Range(0, 5000).Select(day => SpecialDay.Closed(Some.Date("2000-01-01").PlusDays(day), "Closed"))];
        ClosedPeriod[] periods = [.. Enumerable.Range(0, 5000).Select(day => Period(Some.Date("2000-01-01").PlusDays(day)))];
        WorkingCalendar full = Utc.WithSpecialDays(days).WithClosedPeriods(periods);

        WorkingCalendar.FromJson(full.ToJson()).SpecialDays.Should().HaveCount(5000);
        FluentActions.Invoking(() => full.WithSpecialDays(days[0])).Should().Throw<ArgumentException>().WithParameterName("specialDays");
        FluentActions.Invoking(() => full.WithClosedPeriods(periods[0])).Should().Throw<ArgumentException>().WithParameterName("closedPeriods");

        static ClosedPeriod Period(LocalDate date) => new(date.AtMidnight(), date.AtMidnight().PlusHours(1), "Drill");
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_its_name()
    {
        LocalDateTime noon = Some.Local("2026-11-16T12:00:00");

        FluentActions.Invoking(() => new CalendarVersion("office", 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("version");
        FluentActions.Invoking(() => new ClosedPeriod(noon, noon.PlusMinutes(-1), "Drill")).Should().Throw<ArgumentException>().WithParameterName("to");
        FluentActions.Invoking(() => SpecialDay.Open(noon.Date, "Open", [])).Should().Throw<ArgumentException>().WithParameterName("hours");
        FluentActions.Invoking(() => Utc.HoursOn(IsoDayOfWeek.None)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weekday");
        FluentActions.Invoking(() => Utc.HoursOn((IsoDayOfWeek)8)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weekday");
        FluentActions.Invoking(() => Deadline.TryBetween(noon, noon, Some.Berlin)).Should().Throw<ArgumentException>().WithParameterName("due");
        FluentActions.Invoking(() => new PausedSpan(At("2026-11-16"), At("2026-11-15"), "queue", Party.Us)).Should().Throw<ArgumentException>().WithParameterName("to");
    }

    [Fact]
    public void What_is_null_is_refused_by_its_name()
    {
        Action[] nulls =
        [
            () => BusinessDays.Parse(null!), () => BusinessTime.Parse(null!), () => OpenInterval.Parse(null!), () => WorkingCalendar.TryFromJson(null!), () => Utc.UnderRulesOf(null!),
            () => Utc.WithSpecialDays((IReadOnlyList<SpecialDay>)null!), () => Utc.WithWeekdays((IReadOnlyList<OpenInterval>)null!), () => Deadline.TryWithin(NineHours, At("2026-11-16"), null!),
            () => Deadline.At(At("2026-11-16"), Some.Berlin).Reassess(At("2026-11-15"), (IDateTimeZoneProvider)null!),
            () => Deadline.TryBetween(Some.Local("2026-11-16T09:00:00"), Some.Local("2026-11-16T10:00:00"), null!), () => Deadline.TryAhead(NineHours, null!, Utc),
            () => Deadline.At(At("2026-11-16"), Some.Berlin).IsSameMomentAs(null!),
            () => CommitmentClock.NotStarted.Read(Deadline.At(At("2026-11-16"), Some.Berlin), null!, At("2026-11-15")),
        ];

        foreach (Action missing in nulls) missing.Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Utc.WithSpecialDays([null!])).Should().Throw<ArgumentException>().WithParameterName("specialDays");
    }

    [Fact]
    public void A_calendar_says_by_which_zone_rules_it_counts() =>
        new WorkingCalendar("office", 1, Some.Berlin, "2020a").TzdbVersion.Should().Be("2020a");

    [Fact]
    public void A_pause_without_a_beginning_lasts_from_before_everything()
    {
        WorkingCalendar calendar = Utc.WithEveryDay(Some.Hours("09:00-17:00"));

        calendar.Elapsed(At("2026-11-16"), At("2026-11-17"), [new Interval(null, Some.Instant("2026-11-16T12:00:00Z"))]).Should().Be(Duration.FromHours(5));
    }
}
