using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>A length of time as hours, minutes and seconds: <c>49:30:00</c>.</summary>
internal sealed class DurationConverter : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DurationPattern.JsonRoundtrip.Parse(reader.GetString() ?? string.Empty).TryGetValue(default, out Duration value)
            ? value
            : throw new JsonException("Expected a length of time as hours, minutes and seconds.");

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DurationPattern.JsonRoundtrip.Format(value));
}
