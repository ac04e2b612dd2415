using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>A time by the wall clock with its offset from UTC: <c>2026-11-14T15:00:00+04:00</c>.</summary>
internal sealed class OffsetDateTimeConverter : JsonConverter<OffsetDateTime>
{
    public override OffsetDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OffsetDateTimePattern.Rfc3339.Parse(reader.GetString() ?? string.Empty).TryGetValue(default, out OffsetDateTime value)
            ? value
            : throw new JsonException("Expected a time by the wall clock with its offset from UTC.");

    public override void Write(Utf8JsonWriter writer, OffsetDateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(OffsetDateTimePattern.Rfc3339.Format(value));
}
