using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Json;

/// <summary>Reads and writes a NodaTime value in the one text form that its pattern names.</summary>
internal abstract class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ParseResult<T> parsed = pattern.Parse(reader.GetString() ?? string.Empty);
        return parsed.Success ? parsed.Value : throw new JsonException($"Expected {typeof(T).Name} as text.", parsed.Exception);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));
}

/// <summary>An instant in UTC with as many digits as it has, at most nine: <c>2026-11-14T11:00:00Z</c>.</summary>
internal sealed class InstantConverter() : PatternConverter<Instant>(InstantPattern.ExtendedIso)
{
    // Between whole seconds and whole microseconds: nearly every instant. They are read without a string in between.
    private const int MinLength = 20;
    private const int MaxLength = 27;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped
        && reader.ValueSpan is { Length: >= MinLength and <= MaxLength } and [.., (byte)'Z'] && reader.TryGetDateTime(out DateTime instant)
            ? Instant.FromDateTimeUtc(instant)
            : base.Read(ref reader, typeToConvert, options);

    /// <summary>Whole microseconds of our era, which is nearly every instant, are written without a string in between; the text is the same.</summary>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        if (value >= NodaConstants.BclEpoch && Microseconds.Truncate(value) == value) writer.WriteStringValue(value.ToDateTimeUtc());
        else base.Write(writer, value, options);
    }
}

/// <summary>A date as <c>2026-11-14</c>.</summary>
internal sealed class LocalDateConverter() : PatternConverter<LocalDate>(LocalDatePattern.Iso);

/// <summary>A local date and time as <c>2026-11-14T15:00:00</c>.</summary>
internal sealed class LocalDateTimeConverter() : PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso);

/// <summary>A duration that reads back as itself: <c>0:00:30:00</c>.</summary>
internal sealed class DurationConverter() : PatternConverter<Duration>(DurationPattern.Roundtrip);
