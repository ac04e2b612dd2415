namespace CommitmentLedger.Storage;

/// <summary>A lookup key as stores see it: 16 bytes derived from the tenant and the key in its normal form, and from the ledger's secret where there is one.</summary>
/// <remarks>Without a secret, whoever holds the store finds a telephone number by trying all that there are, in minutes.</remarks>
public readonly record struct LookupDigest
{
    /// <summary>The length in bytes.</summary>
    public const int Length = Key16.Length;

    private readonly Key16 _key;

    private LookupDigest(Key16 key) => _key = key;

    /// <summary>The digest of a lookup key within a tenant, in a ledger without a secret.</summary>
    public static LookupDigest For(TenantId tenant, LookupKey key) => For(secret: [], tenant, key);

    internal static LookupDigest For(ReadOnlySpan<byte> secret, TenantId tenant, LookupKey key) =>
        new(Key16.Derive(secret, ["lookup", tenant.ToString(), key.KindCode, key.Code]));

    /// <summary>Reads the key back from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 16 bytes.</exception>
    public static LookupDigest FromBytes(ReadOnlySpan<byte> bytes) => new(Key16.FromBytes(bytes));

    /// <summary>The key's bytes.</summary>
    public byte[] ToBytes() => _key.ToBytes();

    /// <summary>Writes the key's 16 bytes.</summary>
    public void CopyTo(Span<byte> destination) => _key.CopyTo(destination);

    /// <summary>The key as 32 hexadecimal digits.</summary>
    public override string ToString() => _key.ToString();
}
