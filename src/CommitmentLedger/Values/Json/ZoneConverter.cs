using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>A zone by its id in the tz database: <c>Asia/Dubai</c>.</summary>
internal sealed class ZoneConverter : JsonConverter<DateTimeZone>
{
    public override DateTimeZone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString() ?? string.Empty) ?? throw new JsonException("Expected the id of a zone of the tz database.");

    public override void Write(Utf8JsonWriter writer, DateTimeZone value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
