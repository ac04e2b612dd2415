using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Turns a calendar into its JSON form and back. The first thing that is wrong is named by its path.</summary>
internal static class CalendarJson
{
    private const int MaxTextLength = 2_000_000;

    /// <summary>
    /// People read and edit calendars, so that names and <c>+1</c> stay as they are; the text is not made for embedding in HTML.
    /// </summary>
    private static readonly TimeJson Readable = new(
        new JsonSerializerOptions(TimeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Print(WorkingCalendar calendar) =>
        JsonSerializer.Serialize(CalendarPrinter.Print(calendar), Readable.CalendarDocument);

    public static TimeResult<WorkingCalendar> Read(string json)
    {
        if (json.Length > MaxTextLength)
            return Bad("$", $"The calendar has more than {MaxTextLength} characters. Drop the entries of past years.");
        try
        {
            return Check(JsonSerializer.Deserialize(json, TimeJson.Default.CalendarDocument));
        }
        catch (JsonException wrong)
        {
            return Bad(wrong.Path ?? "$", wrong.Message);
        }
    }

    /// <summary>Makes a calendar of what was read.</summary>
    public static TimeResult<WorkingCalendar> Check(CalendarDocument? document)
    {
        if (document is null) return Bad("$", "The calendar is null. Give an object with name, version, zone and hours.");
        try
        {
            return Read(document);
        }
        catch (WrongFieldException wrong)
        {
            return Bad(wrong.Field, wrong.Message);
        }
    }

    private static WorkingCalendar Read(CalendarDocument document)
    {
        string name = ReadName(document.Name, "$.name");
        int version = document.Version is >= 1 and int number
            ? number
            : throw new WrongFieldException("$.version", "Give a version of 1 or above.");
        IReadOnlyList<string?>?[] week = document.Hours?.ToArray()
            ?? throw new WrongFieldException(
                "$.hours",
                "Give the opening hours by weekday; an object without weekdays is a calendar that never opens.");
        var calendar = new WorkingCalendar(name, version, ReadZone(document.Zone, "$.zone"));
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
            calendar = calendar.WithHours(day, ReadHours(week[(int)day - 1], $"$.hours.{Weekdays.Print(day)}"));
        return calendar
            .WithSpecialDays(ReadList(document.SpecialDays, "$.specialDays", ReadSpecialDay))
            .WithClosedPeriods(ReadList(document.ClosedPeriods, "$.closedPeriods", ReadClosedPeriod));
    }

    private static SpecialDay ReadSpecialDay(SpecialDayDocument document, string path)
    {
        if (!Days.TryRead(document.Date ?? string.Empty, out LocalDate? date, out AnnualDate? yearly))
            throw new WrongFieldException($"{path}.date", "Give a date as 2026-12-25, or --12-25 for every year.");
        string name = ReadName(document.Name, $"{path}.name");
        OpenInterval[] hours = ReadHours(document.Hours, $"{path}.hours");
        if (document.LikeWeekday is not null && (hours.Length > 0 || yearly is not null))
            throw new WrongFieldException($"{path}.likeWeekday", "A day that is like a weekday has one date and no hours of its own.");
        SpecialDay day = document.LikeWeekday is { } like
            ? SpecialDay.Like(
                date!.Value,
                name,
                Weekdays.TryRead(like, out IsoDayOfWeek weekday)
                    ? weekday
                    : throw new WrongFieldException($"{path}.likeWeekday", "Name a weekday from monday to sunday."))
            : Create(date, yearly, name, hours);
        return document.Active == false ? day.Inactive() : day;
    }

    private static SpecialDay Create(LocalDate? date, AnnualDate? yearly, string name, OpenInterval[] hours) => (date, yearly, hours) switch
    {
        ({ } one, _, []) => SpecialDay.Closed(one, name),
        ({ } one, _, _) => SpecialDay.Open(one, name, hours),
        (_, { } every, []) => SpecialDay.Closed(every, name),
        _ => SpecialDay.Open(yearly!.Value, name, hours),
    };

    private static ClosedPeriod ReadClosedPeriod(ClosedPeriodDocument document, string path)
    {
        LocalDateTime from = ReadLocal(document.From, $"{path}.from");
        LocalDateTime to = ReadLocal(document.To, $"{path}.to");
        if (to < from) throw new WrongFieldException($"{path}.to", "The closed period ends before it begins.");
        return new ClosedPeriod(
            from,
            to,
            ReadName(document.Name, $"{path}.name"),
            document.Zone is { } zone ? ReadZone(zone, $"{path}.zone") : null,
            document.Active ?? true);
    }

    private static OpenInterval[] ReadHours(IReadOnlyList<string?>? hours, string path)
    {
        if (hours is null) return [];
        if (hours.Count > OpeningHours.MaxIntervalsADay)
            throw new WrongFieldException(path, $"A day has at most {OpeningHours.MaxIntervalsADay} intervals.");
        var intervals = new OpenInterval[hours.Count];
        for (int i = 0; i < intervals.Length; i++)
        {
            if (OpenInterval.Read(hours[i] ?? string.Empty, out intervals[i]) is { } problem)
                throw new WrongFieldException(At(path, i), problem);
        }

        return intervals;
    }

    private static List<TItem> ReadList<TDocument, TItem>(
        IReadOnlyList<TDocument?>? documents,
        string path,
        Func<TDocument, string, TItem> read)
        where TDocument : class
    {
        if (documents is null) return [];
        if (documents.Count > WorkingCalendar.MaxEntries)
            throw new WrongFieldException(path, $"{documents.Count} entries are more than the {WorkingCalendar.MaxEntries} of a calendar. Drop old ones.");
        return [.. documents.Select((document, i) => read(document ?? throw Null(At(path, i)), At(path, i)))];
    }

    private static string ReadName(string? name, string path) =>
        BoundedText.Problem(name, BoundedText.MaxNameLength) is { } problem
            ? throw new WrongFieldException(path, $"The name {problem}")
            : name!;

    private static DateTimeZone ReadZone(string? id, string path) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id ?? string.Empty)
            ?? throw new WrongFieldException(path, "The tz database does not know this zone. Give an id such as Asia/Dubai.");

    private static LocalDateTime ReadLocal(string? text, string path) =>
        DeadlineText.Locals.Parse(text ?? string.Empty).TryGetValue(default, out LocalDateTime local) && LocalTimes.IsResolvable(local)
            ? local
            : throw new WrongFieldException(path, "Give a local date and time as 2026-12-24T12:00:00.");

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static WrongFieldException Null(string path) => new(path, "The entry is null.");

    private static TimeRefusal Bad(string field, string message) => new("bad_calendar", field, message);

    /// <summary>Ends the reading at the field that is wrong.</summary>
    private sealed class WrongFieldException(string field, string message) : Exception(message)
    {
        public string Field { get; } = field;
    }
}
