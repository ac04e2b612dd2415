using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A term's value as the plain JSON number, string or boolean that it is.</summary>
internal sealed class TermValueConverter : JsonConverter<TermValue>
{
    public override TermValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException("A term's value is a number, a string, true or false."),
    };

    public override void Write(Utf8JsonWriter writer, TermValue value, JsonSerializerOptions options)
    {
        if (value.AsNumber is { } number) writer.WriteNumberValue(number);
        else if (value.AsAnswer is { } answer) writer.WriteBooleanValue(answer);
        else writer.WriteStringValue(value.ToString());
    }
}
