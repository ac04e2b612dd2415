using System.Runtime.InteropServices;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.PostgreSql;

/// <summary>The values of the contract as PostgreSQL keeps them, and back.</summary>
/// <remarks>Keys are <c>uuid</c>, which sorts as its bytes; instants are whole microseconds in a <c>bigint</c>, which holds every instant there is.</remarks>
internal static class ColumnValues
{
    /// <summary>What stands for no due time: later than every instant, so that it sorts last.</summary>
    public const long NoDue = long.MaxValue;

    public static Guid Of(StreamKey key)
    {
        Span<byte> bytes = stackalloc byte[StreamKey.Length];
        key.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid Of(StreamId id)
    {
        Span<byte> bytes = stackalloc byte[StreamId.Length];
        id.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid Of(TenantKey key)
    {
        Span<byte> bytes = stackalloc byte[TenantKey.Length];
        key.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid Of(LookupDigest key)
    {
        Span<byte> bytes = stackalloc byte[LookupDigest.Length];
        key.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    public static long Of(Instant? due) => due is { } instant ? Microseconds.Of(instant) : NoDue;

    /// <summary>Bytes as the array that the driver takes, copied only when they must be.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) && segment.Offset == 0 && segment.Array!.Length == segment.Count
            ? segment.Array
            : bytes.ToArray();

    /// <summary>Several lists of keys cannot be one array unless they are equally long: each becomes the text of an array.</summary>
    public static string TextOf(ValueList<LookupDigest> lookups) => $"{{{string.Join(',', lookups.Select(Of))}}}";

    public static StreamKey ToStream(Guid value)
    {
        Span<byte> bytes = stackalloc byte[StreamKey.Length];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return StreamKey.FromBytes(bytes);
    }

    public static StreamIdentity ToIdentity(Guid id, byte[] wrappedKey)
    {
        Span<byte> bytes = stackalloc byte[StreamId.Length];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new StreamIdentity(StreamId.FromBytes(bytes), wrappedKey);
    }

    public static TenantKey ToTenant(Guid value)
    {
        Span<byte> bytes = stackalloc byte[TenantKey.Length];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return TenantKey.FromBytes(bytes);
    }

    public static LookupDigest ToLookup(Guid value)
    {
        Span<byte> bytes = stackalloc byte[LookupDigest.Length];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return LookupDigest.FromBytes(bytes);
    }

    public static Instant? ToDue(long value) => value == NoDue ? null : Microseconds.ToInstant(value);
}
