using NodaTime;

namespace CommitmentLedger.Tests.Time.Vectors;

/// <summary>What we do with the configurations of the facts rej-001 to rej-011; the page on differences says where that is not what the source does.</summary>
public class ConfigurationBehaviourTests
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 0, 0);

    [Fact]
    public void Rej_001_and_rej_010_overlapping_hours_count_once_and_are_named()
    {
        WorkingCalendar calendar = new WorkingCalendar("rej", 1, Utc).WithHours(IsoDayOfWeek.Monday, OpenInterval.Parse("08:00-16:00", null), OpenInterval.Parse("12:00-18:00", null));

        calendar.Elapsed(Monday, Monday + Duration.FromDays(1)).Should().Be(Duration.FromHours(10));
        calendar.Lint().Should().ContainSingle(lint => lint.Code == "overlap" && lint.Field == "$.hours.monday[1]");
    }

    [Theory]
    [InlineData("rej-002", "17:00-09:00")]
    [InlineData("rej-004", "09:00-00:00")]
    [InlineData("rej-006", "09:00-09:00")]
    public void Inverted_and_empty_hours_are_refused(string id, string hours)
    {
        OpenInterval.TryParse(hours, null, out _).Should().BeFalse($"{id} is refused by its source too");

        string json = """{"name":"rej","version":1,"zone":"UTC","hours":{"monday":["08:00-09:00","?"]}}""".Replace("?", hours, StringComparison.Ordinal);
        WorkingCalendar.TryFromJson(json).Refusal!.Field.Should().Be("$.hours.monday[1]");
    }

    [Fact]
    public void Rej_003_rej_005_and_rej_011_a_calendar_without_hours_never_opens_and_never_falls_back_to_the_wall_clock()
    {
        var calendar = new WorkingCalendar("rej", 1, Utc);

        calendar.Lint().Should().ContainSingle(lint => lint.Code == "never_opens");
        calendar.Add(Monday, BusinessTime.FromHours(1)).NeverOpens.Should().BeTrue();
        calendar.Subtract(Monday, BusinessTime.FromHours(1)).NeverOpens.Should().BeTrue();
        calendar.Add(Monday, new BusinessDays(1, DayRule.AtClosing)).NeverOpens.Should().BeTrue();
        calendar.Elapsed(Monday, Monday + Duration.FromDays(30)).Should().Be(Duration.Zero);
    }

    [Fact]
    public void Rej_007_a_weekday_listed_twice_is_refused_because_a_list_holds_the_lunch_break()
    {
        string json = """{"name":"rej","version":1,"zone":"UTC","hours":{"monday":["08:00-12:00"],"monday":["13:00-17:00"]}}""";

        WorkingCalendar.TryFromJson(json).Refusal!.Code.Should().Be("bad_calendar");
        WorkingCalendar.TryFromJson("""{"name":"rej","version":1,"zone":"UTC","hours":{"monday":["08:00-12:00","13:00-17:00"]}}""").Value
            .HoursOn(IsoDayOfWeek.Monday).Should().HaveCount(2);
    }

    [Fact]
    public void Rej_008_a_first_target_after_a_second_one_is_for_the_caller_to_compare()
    {
        WorkingCalendar calendar = WorkingCalendar.AroundTheClock(Utc);

        Deadline response = Deadline.Within(BusinessTime.FromHours(8), Monday, calendar);
        Deadline resolution = Deadline.Within(BusinessTime.FromHours(4), Monday, calendar);

        (response.Due > resolution.Due).Should().BeTrue("each date stands by itself, and the two instants show the contradiction");
    }

    [Fact]
    public void Rej_009_a_negative_duration_is_a_mistake_that_names_the_field()
    {
        FluentActions.Invoking(() => new BusinessTime(Duration.FromHours(-1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("duration");
        FluentActions.Invoking(() => new BusinessDays(-1, DayRule.SameTime)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
    }
}
