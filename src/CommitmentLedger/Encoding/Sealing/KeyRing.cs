using System.Security.Cryptography;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Serialization;

/// <summary>Everything that is derived from the ledger's secret, each under a key of its own; in a ledger without a secret, from nothing.</summary>
/// <remarks>HKDF-SHA-256 (RFC 5869) makes a key of 32 bytes for each purpose: three to find by, one to wrap the keys of streams, and the id.</remarks>
internal sealed class KeyRing
{
    private const int KeyLength = 32;

    private readonly byte[] _streams;
    private readonly byte[] _lookups;
    private readonly byte[] _wrapping;
    private readonly BoundedMemo<TenantId, TenantKey> _tenants;

    private KeyRing(ReadOnlyMemory<byte> secret)
    {
        _streams = Derive(secret, "stream", KeyLength);
        _lookups = Derive(secret, "lookup", KeyLength);
        _wrapping = Derive(secret, "wrap", KeyLength);
        byte[] tenants = Derive(secret, "tenant", KeyLength);
        _tenants = new(tenant => TenantKey.For(tenants, tenant));
        SecretId = secret.IsEmpty ? null : Convert.ToHexStringLower(Derive(secret, "id", Key16.Length));
    }

    /// <summary>The keys of a ledger without a secret.</summary>
    public static KeyRing WithoutSecret { get; } = new(secret: default);

    /// <summary>The id of the secret, 32 hexadecimal digits from which nobody finds the secret; null without one.</summary>
    public string? SecretId { get; }

    /// <summary>The keys that follow from a secret.</summary>
    public static KeyRing Of(ReadOnlyMemory<byte> secret) => new(secret);

    public StreamKey StreamOf(TenantId tenant, CustomerId customer) => StreamKey.ForCustomer(_streams, tenant, customer);

    public StreamKey Reserved(TenantId tenant, string name) => StreamKey.Reserved(_streams, tenant, name);

    public TenantKey KeyOf(TenantId tenant) => _tenants.For(tenant);

    public LookupDigest DigestOf(TenantId tenant, LookupKey key) => LookupDigest.For(_lookups, tenant, key);

    /// <summary>Draws the identity and the key of a new stream.</summary>
    public StreamSeal NewSeal() => StreamSeal.New(_wrapping);

    /// <summary>The seal of a stream that exists.</summary>
    /// <exception cref="LedgerDataException">The wrapped key is damaged, or was wrapped under another secret.</exception>
    public StreamSeal SealOf(StreamIdentity identity) => StreamSeal.Of(identity, _wrapping);

    /// <summary>The seal of a stream that exists, or null when its key cannot be unwrapped.</summary>
    public StreamSeal? SealOrNull(StreamIdentity identity)
    {
        try
        {
            return SealOf(identity);
        }
        catch (LedgerDataException)
        {
            return null;
        }
    }

    private static byte[] Derive(ReadOnlyMemory<byte> secret, string purpose, int length) => secret.IsEmpty
        ? []
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), length, salt: [], info: System.Text.Encoding.ASCII.GetBytes($"commitment-ledger {purpose}"));
}
