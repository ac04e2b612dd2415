using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A deadline as a briefing tells it to another program: by the wall clock, with the offset and the zone.</summary>
internal sealed class ToldDateConverter : JsonConverter<Deadline>
{
    private static readonly OffsetDateTimeConverter Times = new();

    public override Deadline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException("A briefing is written and not read.");

    public override void Write(Utf8JsonWriter writer, Deadline value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.ToldOpens is { } opens)
        {
            writer.WritePropertyName("opens");
            Times.Write(writer, opens, options);
        }

        writer.WritePropertyName("due");
        Times.Write(writer, value.ToldDue, options);
        writer.WriteString("zone", value.Zone.Id);
        writer.WriteEndObject();
    }
}
