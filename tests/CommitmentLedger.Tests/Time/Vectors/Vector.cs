using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Tests.Time.Vectors;

/// <summary>One fact of business_time.json: a calendar, a question and the answer that a public test suite expects.</summary>
public sealed class Vector(JsonElement json)
{
    public string Id => json.GetProperty("id").GetString()!;

    public bool IsQuirk => json.TryGetProperty("quirk", out JsonElement quirk) && quirk.GetBoolean();

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Text("timezone")];

    public Instant Start => ReadInstant("start");

    public IReadOnlyList<Interval> Pauses =>
        [.. json.GetProperty("pauses").EnumerateArray().Select(pause => new Interval(ReadInstant(pause, "from"), ReadInstant(pause, "to")))];

    public Instant ReadInstant(string property) => ReadInstant(json, property);

    public string Text(string property) => json.GetProperty(property).GetString()!;

    public decimal Number(string property) => json.GetProperty(property).GetDecimal();

    public BusinessTime Duration => new(NodaTime.Duration.FromMilliseconds((double)(Number("duration_minutes") * 60_000)));

    public WorkingCalendar Calendar()
    {
        var calendar = new WorkingCalendar(Id, 1, Zone);
        foreach (JsonProperty day in json.GetProperty("schedule").EnumerateObject())
            calendar = calendar.WithHours(Weekday(day.Name), Hours(day.Value));
        foreach (JsonElement holiday in json.GetProperty("holidays").EnumerateArray())
            calendar = calendar.WithSpecialDays(Holiday(holiday.GetString()!));
        if (!json.TryGetProperty("date_overrides", out JsonElement overrides)) return calendar;
        foreach (JsonProperty date in overrides.EnumerateObject())
            calendar = calendar.WithSpecialDays(SpecialDay.Open(LocalDatePattern.Iso.Parse(date.Name).Value, "override", Hours(date.Value)));
        return calendar;
    }

    private static SpecialDay Holiday(string date) => date.StartsWith("--", StringComparison.Ordinal)
        ? SpecialDay.Closed(AnnualDatePattern.Iso.Parse(date[2..]).Value, "holiday")
        : SpecialDay.Closed(LocalDatePattern.Iso.Parse(date).Value, "holiday");

    private static OpenInterval[] Hours(JsonElement ranges) =>
        [.. ranges.EnumerateArray().Select(range => OpenInterval.Parse($"{range[0].GetString()}-{range[1].GetString()}", null))];

    private static IsoDayOfWeek Weekday(string name) =>
        (IsoDayOfWeek)(Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], name) + 1);

    private static Instant ReadInstant(JsonElement parent, string property) =>
        OffsetDateTimePattern.ExtendedIso.Parse(parent.GetProperty(property).GetString()!).Value.ToInstant();
}
