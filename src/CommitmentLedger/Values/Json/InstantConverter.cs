using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>An instant in UTC with as many digits as it has, at most nine: <c>2026-11-14T11:00:00Z</c>.</summary>
/// <remarks>Whole microseconds of our era, which is nearly every instant, are read and written without a string in between; the text is the same.</remarks>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    private const int WholeSeconds = 20;
    private const int WholeMicroseconds = 27;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool isUsual = reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueSpan: { Length: >= WholeSeconds and <= WholeMicroseconds } and [.., (byte)'Z'] };
        if (isUsual && reader.TryGetDateTime(out DateTime utc)) return Instant.FromDateTimeUtc(utc);
        ParseResult<Instant> parsed = InstantPattern.ExtendedIso.Parse(reader.GetString() ?? string.Empty);
        return parsed.Success ? parsed.Value : throw new JsonException("Expected Instant as text.", parsed.Exception);
    }

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        if (value >= NodaConstants.BclEpoch && Microseconds.Truncate(value) == value) writer.WriteStringValue(value.ToDateTimeUtc());
        else writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
