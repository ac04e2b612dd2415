using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Reads and writes a value as the text that its <c>Parse</c> reads back.</summary>
internal sealed class ParsableConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out T? value)
            ? value
            : throw new JsonException($"Expected {typeof(T).Name} as text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
