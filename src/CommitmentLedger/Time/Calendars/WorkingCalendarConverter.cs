using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger.Time;

/// <summary>Reads and writes a calendar inside another document, in the form that its schema describes.</summary>
internal sealed class WorkingCalendarConverter : JsonConverter<WorkingCalendar>
{
    public override WorkingCalendar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        CalendarDocument? document = JsonSerializer.Deserialize(ref reader, TimeJson.Default.CalendarDocument);
        return CalendarJson.Check(document).TryGet(out WorkingCalendar? calendar, out TimeRefusal? refusal)
            ? calendar
            : throw new JsonException(refusal.ToString());
    }

    public override void Write(Utf8JsonWriter writer, WorkingCalendar value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, CalendarPrinter.Print(value), TimeJson.Default.CalendarDocument);
}
