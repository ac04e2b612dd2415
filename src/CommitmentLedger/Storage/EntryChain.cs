using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommitmentLedger.Storage;

/// <summary>The hash chain of a stream: every entry's digest goes into the head, so that no entry can be changed, dropped or moved unnoticed.</summary>
/// <remarks>
/// <para>
/// body hash = SHA-256(0x01 ‖ body as stored, which has random bytes in it); leaf = SHA-256(0x00 ‖ header ‖ body hash); next head = SHA-256(0x02 ‖ head ‖ leaf).
/// The first head is all zeros.
/// </para>
/// <para>
/// The header is binary, big-endian: form of the header (1 byte), id of the stream (16), version (8), occurred at and recorded at in
/// microseconds since 1970 (8 each), command (16), commitment or zeros (16), schema version (4), and the digest of the type and the team
/// (32), which keeps it at a fixed width. The body counts by its hash only, so that a scrubbed body leaves the chain whole; the stream by
/// its id, so that another secret, under which the stream has another key, leaves it whole too.
/// </para>
/// </remarks>
public static class EntryChain
{
    private const byte LeafPrefix = 0x00;
    private const byte BodyPrefix = 0x01;
    private const byte HeadPrefix = 0x02;
    private const byte HeaderForm = 1;
    private const int HeaderLength = 1 + StreamId.Length + 8 + 8 + 8 + 16 + 16 + 4 + Digest.Length;
    private const int MaxOnStack = 2_048;

    private static readonly BoundedMemo<(string Type, string Team), Digest> Labels = new(static labels => DigestOf(labels.Type, labels.Team));

    /// <summary>The digest of a body.</summary>
    /// <param name="body">The body as it is stored.</param>
    public static Digest HashOf(ReadOnlySpan<byte> body)
    {
        int length = 1 + body.Length;
        byte[]? rented = length > MaxOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> hashed = rented is null ? stackalloc byte[MaxOnStack] : rented;
        hashed[0] = BodyPrefix;
        body.CopyTo(hashed[1..]);
        var digest = Digest.Of(hashed[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return digest;
    }

    /// <summary>The head after one more entry.</summary>
    /// <param name="head">The head before it; <c>default</c> before the first entry of a stream.</param>
    /// <param name="stream">The id of the stream that the entry stands in.</param>
    /// <param name="entry">The entry. Its body is not looked at, only its body hash; nor is its head.</param>
    public static Digest Next(Digest head, StreamId stream, StoredEntry entry)
    {
        Span<byte> leaf = stackalloc byte[1 + HeaderLength + Digest.Length];
        leaf[0] = LeafPrefix;
        WriteHeader(stream, entry, leaf.Slice(1, HeaderLength));
        entry.BodyHash.CopyTo(leaf[(1 + HeaderLength)..]);

        Span<byte> link = stackalloc byte[1 + Digest.Length + Digest.Length];
        link[0] = HeadPrefix;
        head.CopyTo(link[1..]);
        SHA256.HashData(leaf, link[(1 + Digest.Length)..]);
        return Digest.Of(link);
    }

    /// <summary>The entries with the head after each of them filled in.</summary>
    /// <param name="head">The head before the first of them.</param>
    /// <param name="stream">The id of the stream that the entries stand in.</param>
    /// <param name="entries">The entries in order of their versions. What they have as their head is not looked at.</param>
    public static StoredEntry[] Link(Digest head, StreamId stream, IEnumerable<StoredEntry> entries) =>
        [.. entries.Select(entry => entry with { Head = head = Next(head, stream, entry) })];

    private static void WriteHeader(StreamId stream, StoredEntry entry, Span<byte> header)
    {
        header[0] = HeaderForm;
        Span<byte> rest = header[1..];
        stream.CopyTo(rest);
        rest = rest[StreamId.Length..];
        rest = Write(rest, entry.Version);
        rest = Write(rest, Microseconds.Of(entry.OccurredAt));
        rest = Write(rest, Microseconds.Of(entry.RecordedAt));
        rest = Write(rest, entry.Command.ToGuid());
        rest = Write(rest, entry.Commitment?.ToGuid() ?? Guid.Empty);
        BinaryPrimitives.WriteInt32BigEndian(rest, entry.SchemaVersion);
        Labels.For((entry.Type, entry.Team)).CopyTo(rest[sizeof(int)..]);
    }

    private static Span<byte> Write(Span<byte> destination, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(destination, value);
        return destination[sizeof(long)..];
    }

    private static Span<byte> Write(Span<byte> destination, Guid value)
    {
        value.TryWriteBytes(destination, bigEndian: true, out int written);
        return destination[written..];
    }

    private static Digest DigestOf(string type, string team)
    {
        Span<byte> labels = stackalloc byte[Encoding.UTF8.GetMaxByteCount(type.Length + team.Length + 1)];
        int length = Encoding.UTF8.GetBytes(type, labels);
        labels[length++] = 0;
        length += Encoding.UTF8.GetBytes(team, labels[length..]);
        return Digest.Of(labels[..length]);
    }
}
