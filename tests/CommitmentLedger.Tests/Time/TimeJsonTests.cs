using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Tests.Time;

public partial class TimeJsonTests
{
    private const string Whole = """
        {"name":"lab","version":3,"zone":"Asia/Dubai",
         "hours":{"monday":["09:00-13:00","14:00-18:00"],"friday":["22:00-06:00+1"]},
         "specialDays":[{"date":"2026-12-02","name":"National Day"},{"date":"--01-01","name":"New Year","hours":["10:00-12:00"]},
           {"date":"2026-11-14","name":"Make-up day","likeWeekday":"monday"},{"date":"--05-01","name":"Labour Day","active":false},
           {"date":"2026-12-31","name":"Short day","hours":["09:00-12:00"]},{"date":"--12-25","name":"Christmas Day"}],
         "closedPeriods":[{"from":"2026-11-16T09:00:00","to":"2026-11-16T10:00:00","name":"Fire drill","zone":"Europe/Berlin"},
           {"from":"2026-11-17T09:00:00","to":"2026-11-17T10:00:00","name":"Off","active":false}]}
        """;

    [Fact]
    public void A_calendar_reads_back_as_it_prints()
    {
        WorkingCalendar calendar = WorkingCalendar.FromJson(Whole);

        string json = calendar.ToJson();

        json.Should().Be(string.Concat(Whole.Split('\n').Select(line => line.Trim())));
        WorkingCalendar.FromJson(json).ToJson().Should().Be(json);
        calendar.Version.Should().Be(new CalendarVersion("lab", 3));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{}""", "$")]
    [InlineData("""{"version":3,"zone":"UTC","hours":{}}""", "$.name")]
    [InlineData("""{"name":"lab","version":0,"zone":"UTC","hours":{}}""", "$.version")]
    [InlineData("""{"name":"lab","version":"x","zone":"UTC","hours":{}}""", "$.version")]
    [InlineData("""{"name":"lab","version":3,"zone":"Mars/Base","hours":{}}""", "$.zone")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC"}""", "$.hours")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"colour":"red"}""", "$.colour")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{"funday":[]}}""", "$.hours.funday")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{"monday":[null]}}""", "$.hours.monday[0]")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[{"date":"2026-02-30","name":"x"}]}""", "$.specialDays[0].date")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[{"date":"2026-02-28"}]}""", "$.specialDays[0].name")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[null]}""", "$.specialDays[0]")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[{"date":"2026-02-28","name":"x","likeWeekday":"someday"}]}""", "$.specialDays[0].likeWeekday")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[{"date":"--02-28","name":"x","likeWeekday":"monday"}]}""", "$.specialDays[0].likeWeekday")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"closedPeriods":[{"from":"2026-02-28T10:00:00","to":"2026-02-28T09:00:00","name":"x"}]}""", "$.closedPeriods[0].to")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"closedPeriods":[{"from":"2026-02-28T10:00:00","to":"9999-12-31T23:59:59","name":"x"}]}""", "$.closedPeriods[0].to")]
    [InlineData("""{"name":"lab","version":3,"zone":"UTC","hours":{},"closedPeriods":[{"from":"x","to":"2026-02-28T09:00:00","name":"x"}]}""", "$.closedPeriods[0].from")]
    public void What_is_no_calendar_is_refused_by_the_path_of_the_field(string json, string field)
    {
        WorkingCalendar.TryFromJson(json).Refusal.Should().Match<TimeRefusal>(refusal => refusal.Code == "bad_calendar" && refusal.Field == field);
        FluentActions.Invoking(() => WorkingCalendar.FromJson(json)).Should().Throw<FormatException>();
    }

    [Fact]
    public void A_calendar_of_ten_thousand_holidays_is_refused_by_its_field()
    {
        string days = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"date":"2026-01-01","name":"Day {{i}}"}"""));

        WorkingCalendar.TryFromJson($$"""{"name":"lab","version":3,"zone":"UTC","hours":{},"specialDays":[{{days}}]}""").Refusal!.Field.Should().Be("$.specialDays");
    }

    [Fact]
    public void A_deadline_and_a_clock_inside_another_type_read_back_equal()
    {
        Instant nine = Some.InBerlin("2026-11-16T09:00:00");
        CommitmentClock clock = CommitmentClock.NotStarted.Start(nine).Value
            .Pause(nine + Duration.FromTicks(10), "passport copy", Party.Customer).Value
            .Resume(nine + Duration.FromHours(1)).Value
            .Stop(nine + Duration.FromHours(2)).Value
            .Reopen(nine + Duration.FromHours(3)).Value
            .Retarget(nine + Duration.FromHours(4)).Value;
        var kept = new Kept(Deadline.Within(BusinessTime.FromHours(4), nine, Some.Office, said: "today"), clock, null);

        string json = JsonSerializer.Serialize(kept, Context.Default.Kept);

        JsonSerializer.Deserialize(json, Context.Default.Kept).Should().Be(kept);
        json.Should().Contain("\"Clock\":{\"started\":\"2026-11-16T08:00:00Z\",\"retargeted\":\"2026-11-16T12:00:00Z\",\"pauses\":[{\"from\":\"2026-11-16T08:00:00.000001Z\",");
        JsonSerializer.Serialize(kept with { Clock = CommitmentClock.NotStarted }, Context.Default.Kept).Should().Contain("\"Clock\":{}");
    }

    [Fact]
    public void A_clock_of_which_nothing_is_told_has_not_started() =>
        JsonSerializer.Deserialize("""{"Clock":{}}""", Context.Default.Kept)!.Clock.Should().Be(CommitmentClock.NotStarted);

    [Theory]
    [InlineData("""{"Due":"soon","Clock":{}}""")]
    [InlineData("""{"Clock":{"stopped":"2026-11-16T08:00:00Z"}}""")]
    [InlineData("""{"Clock":{"started":"2026-11-16T08:00:00Z","stopped":"2026-11-16T07:00:00Z"}}""")]
    [InlineData("""{"Clock":{"pauses":[{"from":"2026-11-16T08:00:00Z","reason":"x","on":"us"},{"from":"2026-11-16T09:00:00Z","reason":"x","on":"us"}]}}""")]
    [InlineData("""{"Clock":{"pauses":[{"from":"2026-11-16T08:00:00Z","to":"2026-11-16T07:00:00Z","reason":"x","on":"us"}]}}""")]
    [InlineData("""{"Clock":{"pauses":[{"from":"2026-11-16T08:00:00Z","reason":"x","on":"them"}]}}""")]
    [InlineData("""{"Clock":{"epoch":0}}""")]
    [InlineData("""{"Clock":{"colour":"red"}}""")]
    public void What_contradicts_itself_is_not_read(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize(json, Context.Default.Kept)).Should().Throw<JsonException>();

    [Fact]
    public void A_calendar_inside_another_type_reads_back_and_names_what_is_wrong()
    {
        string json = JsonSerializer.Serialize([WorkingCalendar.FromJson(Whole)], Context.Default.WorkingCalendarArray);

        JsonSerializer.Deserialize(json, Context.Default.WorkingCalendarArray)!.Single().ToJson().Should().Be(WorkingCalendar.FromJson(Whole).ToJson());
        FluentActions.Invoking(() => JsonSerializer.Deserialize(json.Replace("Asia/Dubai", "Mars/Base", StringComparison.Ordinal), Context.Default.WorkingCalendarArray))
            .Should().Throw<JsonException>().WithMessage("*$.zone*");
    }

    internal sealed record Kept(Deadline? Due, CommitmentClock? Clock, Deadline? Other);

    [JsonSerializable(typeof(Kept))]
    [JsonSerializable(typeof(WorkingCalendar[]))]
    internal sealed partial class Context : JsonSerializerContext;
}
