using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CommitmentLedger.Storage;

/// <summary>A SHA-256 digest: 32 bytes. Its <c>default</c> is all zeros, the head of a stream without entries.</summary>
public readonly struct Digest : IEquatable<Digest>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private readonly Bytes _bytes;

    private Digest(ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes);

    /// <summary>The digest of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(content, hash);
        return new Digest(hash);
    }

    /// <summary>Reads a digest back from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new Digest(bytes) : throw new ArgumentException($"A digest has {Length} bytes; these are {bytes.Length}.", nameof(bytes));

    /// <summary>The digest's bytes.</summary>
    public byte[] ToBytes() => ((ReadOnlySpan<byte>)_bytes).ToArray();

    /// <summary>Writes the digest's 32 bytes.</summary>
    public void CopyTo(Span<byte> destination) => ((ReadOnlySpan<byte>)_bytes).CopyTo(destination);

    /// <inheritdoc/>
    public bool Equals(Digest other) => ((ReadOnlySpan<byte>)_bytes).SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    /// <summary>Whether both have the same bytes.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether they differ in a byte.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    /// <summary>The digest as 64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_bytes);

    [InlineArray(Length)]
    private struct Bytes
    {
        private byte _first;
    }
}
