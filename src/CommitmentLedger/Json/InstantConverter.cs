using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Json;

/// <summary>An instant in UTC with as many digits as it has, at most nine: <c>2026-11-14T11:00:00Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ParseResult<Instant> parsed = InstantPattern.ExtendedIso.Parse(reader.GetString() ?? string.Empty);
        return parsed.Success ? parsed.Value : throw new JsonException("Expected Instant as text.", parsed.Exception);
    }

    /// <summary>Whole microseconds of our era, which is nearly every instant, are written without a string in between; the text is the same.</summary>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        if (value >= NodaConstants.BclEpoch && Microseconds.Truncate(value) == value) writer.WriteStringValue(value.ToDateTimeUtc());
        else writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
