using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommitmentLedger;

/// <summary>Sixteen bytes derived from text: what the keys of the storage contract are made of.</summary>
internal readonly record struct Key16
{
    public const int Length = 16;

    private Key16(UInt128 value) => Value = value;

    /// <summary>The bytes as one number, the first byte its most significant.</summary>
    public UInt128 Value { get; }

    /// <summary>Sixteen random bytes.</summary>
    public static Key16 Random()
    {
        Span<byte> bytes = stackalloc byte[Length];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes);
    }

    /// <summary>The first 16 bytes of the SHA-256 of the parts, each preceded by its length, so that no two lists of parts run together alike.</summary>
    public static Key16 Derive(params ReadOnlySpan<string> parts) => Derive(key: [], parts);

    /// <summary>The same of their HMAC-SHA-256 under a key; of their SHA-256 when the key is empty.</summary>
    public static Key16 Derive(ReadOnlySpan<byte> key, ReadOnlySpan<string> parts)
    {
        int size = 0;
        foreach (string part in parts) size += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        Span<byte> buffer = size <= 512 ? stackalloc byte[512] : new byte[size];
        int length = 0;
        foreach (string part in parts)
        {
            int bytes = Encoding.UTF8.GetBytes(part, buffer[(length + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(buffer[length..], bytes);
            length += sizeof(int) + bytes;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (key.IsEmpty) SHA256.HashData(buffer[..length], hash);
        else HMACSHA256.HashData(key, buffer[..length], hash);
        return FromBytes(hash[..Length]);
    }

    public static Key16 FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length
            ? new Key16(BinaryPrimitives.ReadUInt128BigEndian(bytes))
            : throw new ArgumentException($"A key has {Length} bytes; these are {bytes.Length}.", nameof(bytes));

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>The bytes as a UUID of version 8, the version for ids made in a way of one's own.</summary>
    public Guid ToGuid()
    {
        byte[] bytes = ToBytes();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
