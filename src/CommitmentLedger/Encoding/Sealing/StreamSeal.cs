using System.Buffers.Binary;
using System.Security.Cryptography;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Serialization;

/// <summary>Keeps the contents of one stream: salts them, and encrypts them in a ledger with a secret.</summary>
/// <remarks>
/// <para>
/// A stream draws two keys of 32 bytes with its first entry: one for the digests of commands and, in a ledger with a secret, one for
/// AES-256-GCM. The wrapped key is a byte that says which form it has, and then the one key as it is, or both encrypted under the secret
/// with the stream's id as associated data.
/// </para>
/// <para>
/// Sealed is: salt (16) ‖ contents for a body, and the contents as they are for a document; with a secret nonce (12) ‖ ciphertext ‖
/// tag (16) for both, with kind, stream id and the record's own identity as associated data, so that nothing can be put in another's place.
/// </para>
/// </remarks>
internal sealed class StreamSeal
{
    /// <summary>By how much sealing makes contents longer, at most.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const byte PlainForm = 0;
    private const byte WrappedForm = 1;
    private const int KeyLength = 32;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly ReadOnlyMemory<byte> _digests;
    private readonly byte[]? _encryption;

    private StreamSeal(StreamIdentity identity, ReadOnlyMemory<byte> digests, byte[]? encryption) => (Identity, _digests, _encryption) = (identity, digests, encryption);

    /// <summary>The identity of the stream.</summary>
    public StreamIdentity Identity { get; }

    /// <summary>Whether the key was destroyed, so that nothing of the stream can be read any more.</summary>
    public bool IsDestroyed => _digests.IsEmpty;

    /// <summary>Draws the keys of a new stream.</summary>
    /// <param name="wrapping">The key that wraps them; empty in a ledger without a secret.</param>
    public static StreamSeal New(ReadOnlySpan<byte> wrapping)
    {
        var id = StreamId.New();
        if (wrapping.IsEmpty)
        {
            byte[] plain = RandomNumberGenerator.GetBytes(1 + KeyLength);
            plain[0] = PlainForm;
            return new StreamSeal(new StreamIdentity(id, plain), plain.AsMemory(1), encryption: null);
        }

        byte[] keys = RandomNumberGenerator.GetBytes(2 * KeyLength);
        byte[] wrapped = [WrappedForm, .. Encrypt(wrapping, keys, id.ToBytes())];
        return new StreamSeal(new StreamIdentity(id, wrapped), keys.AsMemory(0, KeyLength), keys[KeyLength..]);
    }

    /// <summary>The seal of a stream that exists.</summary>
    /// <exception cref="LedgerDataException">The wrapped key is damaged, or was wrapped under another secret.</exception>
    public static StreamSeal Of(StreamIdentity identity, ReadOnlySpan<byte> wrapping)
    {
        ReadOnlySpan<byte> wrapped = identity.WrappedKey.Span;
        switch (wrapped)
        {
            case []:
                return new StreamSeal(identity, digests: default, encryption: null);
            case [PlainForm, ..] when wrapped.Length == 1 + KeyLength:
                return new StreamSeal(identity, identity.WrappedKey[1..], encryption: null);
            case [WrappedForm, .. var sealedKeys] when !wrapping.IsEmpty && TryDecrypt(wrapping, sealedKeys, identity.Id.ToBytes()) is { Length: 2 * KeyLength } keys:
                return new StreamSeal(identity, keys.AsMemory(0, KeyLength), keys[KeyLength..]);
            default:
                throw new LedgerDataException(
                    $"The key of stream {identity.Id} is damaged, or of a newer form, or was wrapped under another secret. Verify the store, or restore the stream from a backup.");
        }
    }

    /// <summary>The digest that tells whether two commands of this stream have the same content; without the stream's key nobody can tell which content.</summary>
    /// <exception cref="LedgerDataException">The key was destroyed.</exception>
    public Digest HashContent(Digest content)
    {
        if (IsDestroyed) throw Destroyed();
        Span<byte> hash = stackalloc byte[2 * Digest.Length];
        content.CopyTo(hash);
        HMACSHA256.HashData(_digests.Span, hash[..Digest.Length], hash[Digest.Length..]);
        return Digest.FromBytes(hash[Digest.Length..]);
    }

    public byte[] SealEntry(ReadOnlySpan<byte> body, long version)
    {
        if (_encryption is not null) return Encrypt(_encryption, body, Identify(Kind.Entry, version));
        byte[] salted = new byte[SaltLength + body.Length];
        RandomNumberGenerator.Fill(salted.AsSpan(0, SaltLength));
        body.CopyTo(salted.AsSpan(SaltLength));
        return salted;
    }

    /// <summary>The body of an entry as it was before it was sealed.</summary>
    /// <exception cref="FormatException">The body is not one of this entry of this stream.</exception>
    public ReadOnlyMemory<byte> OpenEntry(ReadOnlyMemory<byte> body, long version)
    {
        if (_encryption is not null) return Decrypt(_encryption, body.Span, Identify(Kind.Entry, version));
        return body.Length >= SaltLength && !IsDestroyed ? body[SaltLength..] : throw NotSealed();
    }

    public byte[] SealRecord(byte[] record) => _encryption is null ? record : Encrypt(_encryption, record, Identify(Kind.Record, 0));

    /// <summary>The record document as it was before it was sealed.</summary>
    /// <exception cref="FormatException">The document is not the record of this stream.</exception>
    public ReadOnlyMemory<byte> OpenRecord(ReadOnlyMemory<byte> record) =>
        _encryption is null ? record : Decrypt(_encryption, record.Span, Identify(Kind.Record, 0));

    public byte[] SealCommitment(byte[] state, CommitmentId commitment) =>
        _encryption is null ? state : Encrypt(_encryption, state, Identify(Kind.Commitment, commitment));

    /// <summary>The document of a commitment as it was before it was sealed.</summary>
    /// <exception cref="FormatException">The document is not that of this commitment of this stream.</exception>
    public ReadOnlyMemory<byte> OpenCommitment(ReadOnlyMemory<byte> state, CommitmentId commitment) =>
        _encryption is null ? state : Decrypt(_encryption, state.Span, Identify(Kind.Commitment, commitment));

    private static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> contents, ReadOnlySpan<byte> identity)
    {
        byte[] result = new byte[NonceLength + contents.Length + TagLength];
        Span<byte> nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, contents, result.AsSpan(NonceLength, contents.Length), result.AsSpan(NonceLength + contents.Length), identity);
        return result;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> identity) =>
        TryDecrypt(key, stored, identity) ?? throw NotSealed();

    private static byte[]? TryDecrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> identity)
    {
        if (stored.Length < Overhead) return null;
        byte[] contents = new byte[stored.Length - Overhead];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(stored[..NonceLength], stored[NonceLength..^TagLength], stored[^TagLength..], contents, identity);
            return contents;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Identify(Kind kind, long version)
    {
        byte[] identity = Identify(kind);
        BinaryPrimitives.WriteInt64BigEndian(identity.AsSpan(1 + StreamId.Length), version);
        return identity;
    }

    private byte[] Identify(Kind kind, CommitmentId commitment)
    {
        byte[] identity = Identify(kind);
        commitment.ToGuid().TryWriteBytes(identity.AsSpan(1 + StreamId.Length), bigEndian: true, out _);
        return identity;
    }

    private byte[] Identify(Kind kind)
    {
        byte[] identity = new byte[1 + StreamId.Length + Key16.Length];
        identity[0] = (byte)kind;
        Identity.Id.CopyTo(identity.AsSpan(1));
        return identity;
    }

    private static FormatException NotSealed() => new("The bytes are not what was sealed for this place.");

    private LedgerDataException Destroyed() => new($"The key of stream {Identity.Id} was destroyed. What was erased cannot be compared or added to.");

    /// <summary>The kinds of contents, so that none can be put in the place of another.</summary>
    private enum Kind : byte
    {
        Entry = 1,
        Record = 2,
        Commitment = 3,
    }
}
