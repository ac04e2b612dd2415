using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A list as a JSON array.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected an array.");
        JsonConverter<T> item = Item(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null) throw new JsonException("An element of a list is null.");
            items.Add(item.Read(ref reader, typeof(T), options)!);
        }

        return new ValueList<T>([.. items]);
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        JsonConverter<T> item = Item(options);
        writer.WriteStartArray();
        foreach (T each in value.AsSpan()) item.Write(writer, each, options);
        writer.WriteEndArray();
    }

    /// <summary>Asked for itself and not through the serializer, which would look through each element twice.</summary>
    private static JsonConverter<T> Item(JsonSerializerOptions options) => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
