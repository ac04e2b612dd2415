using System.Text.Json;
using System.Text.Json.Serialization;
using CommitmentLedger;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace WritingAStore;

#region WritingAStore_Record
/// <summary>One append as bytes and back. Everything of an append is in one record, so that it is there wholly or not at all.</summary>
internal static class AppendRecord
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters =
        {
            new BytesConverter<StreamKey>(key => key.ToBytes(), bytes => StreamKey.FromBytes(bytes)),
            new BytesConverter<StreamId>(id => id.ToBytes(), bytes => StreamId.FromBytes(bytes)),
            new BytesConverter<TenantKey>(key => key.ToBytes(), bytes => TenantKey.FromBytes(bytes)),
            new BytesConverter<Digest>(digest => digest.ToBytes(), bytes => Digest.FromBytes(bytes)),
            new BytesConverter<Instant>(at => BitConverter.GetBytes(Microseconds.Of(at)), bytes => Microseconds.ToInstant(BitConverter.ToInt64(bytes))),
            new BytesConverter<ValueList<LookupDigest>>(
                keys => [.. keys.SelectMany(key => key.ToBytes())],
                bytes => [.. bytes.Chunk(LookupDigest.Length).Select(key => LookupDigest.FromBytes(key))]),
        },
    };

    public static byte[] Write(StreamAppend append) => JsonSerializer.SerializeToUtf8Bytes(append, Options);

    public static StreamAppend Read(byte[] bytes) => JsonSerializer.Deserialize<StreamAppend>(bytes, Options)!;

    private sealed class BytesConverter<T>(Func<T, byte[]> write, Func<byte[], T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetBytesFromBase64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteBase64StringValue(write(value));
    }
}
#endregion
