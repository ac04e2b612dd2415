using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class CalendarSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(RepositoryFiles.Read("docs/reference/calendar.schema.json")).RootElement;

    public static TheoryData<string> Hours =>
        ["09:00-17:00", "00:00-24:00", "22:00-06:00+1", "09:00:30-17:00:01", "24:00-24:00", "9:00-17:00", "09:00-25:00", "09:00-24:00+1", "09:00-17:00+2", "09:00", "", "09:60-10:00", "09:00-24:00:00"];

    [Theory]
    [InlineData("CalendarDocument", "properties")]
    [InlineData("WeekDocument", "properties", "hours", "properties")]
    [InlineData("SpecialDayDocument", "$defs", "specialDay", "properties")]
    [InlineData("ClosedPeriodDocument", "$defs", "closedPeriod", "properties")]
    public void The_schema_names_exactly_the_properties_that_are_read(string document, params string[] path)
    {
        Type type = typeof(WorkingCalendar).Assembly.GetType($"CommitmentLedger.Time.{document}")!;
        IEnumerable<string> read = TimeJson.Default.GetTypeInfo(type)!.Properties.Select(property => property.Name);

        At(path).EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(read);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public void The_pattern_of_hours_accepts_what_can_be_read(string hours)
    {
        string pattern = At("$defs", "hours", "items", "pattern").GetString()!;

        Regex.IsMatch(hours, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Should().Be(OpenInterval.TryParse(hours, null, out _));
    }

    [Fact]
    public void The_limits_of_the_schema_are_those_of_the_calendar()
    {
        At("properties", "specialDays", "maxItems").GetInt32().Should().Be(WorkingCalendar.MaxEntries);
        At("properties", "closedPeriods", "maxItems").GetInt32().Should().Be(WorkingCalendar.MaxEntries);
        At("$defs", "hours", "maxItems").GetInt32().Should().Be(48);
        FluentActions.Invoking(() => new WorkingCalendar("x", 1, DateTimeZone.Utc).WithWeekdays([.. Enumerable.Repeat(Some.Hours("09:00-10:00"), 49)])).Should().Throw<ArgumentException>();
    }

    private static JsonElement At(params string[] path) => path.Aggregate(Schema, (element, name) => element.GetProperty(name));
}
