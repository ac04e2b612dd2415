using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CommitmentLedger.Serialization;

/// <summary>JSON in a buffer of the thread, for what is sealed or hashed at once and not kept.</summary>
internal static class JsonBuffer
{
    /// <summary>A buffer that had to grow beyond this is let go, so that one long entry does not hold memory for good.</summary>
    private const int MaxKept = 64 * 1024;

    /// <summary>Text of any script stays readable instead of being escaped: the bytes never meet a browser.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _kept;

    /// <summary>A value as JSON, good until the thread writes the next.</summary>
    public static ReadOnlySpan<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        (ArrayBufferWriter<byte> bytes, Utf8JsonWriter json) = _kept ?? Make();
        _kept = null;
        JsonSerializer.Serialize(json, value, type);
        json.Flush();
        ReadOnlySpan<byte> written = bytes.WrittenSpan;
        json.Reset();
        bytes.ResetWrittenCount();
        if (bytes.Capacity <= MaxKept) _kept = (bytes, json);
        return written;
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Make()
    {
        var bytes = new ArrayBufferWriter<byte>();
        return (bytes, new Utf8JsonWriter(bytes, Options));
    }
}
