namespace CommitmentLedger.Storage;

/// <summary>Which tenant: 16 bytes derived from the tenant id, and from the ledger's secret where there is one, for what is looked up across customers.</summary>
public readonly record struct TenantKey
{
    /// <summary>The length in bytes.</summary>
    public const int Length = Key16.Length;

    private readonly Key16 _key;

    private TenantKey(Key16 key) => _key = key;

    /// <summary>The key of a tenant in a ledger without a secret.</summary>
    public static TenantKey For(TenantId tenant) => For(secret: [], tenant);

    /// <summary>The key of what belongs to no tenant: how the ledger was begun.</summary>
    internal static TenantKey OfLedger { get; } = new(Key16.Derive("ledger"));

    internal static TenantKey For(ReadOnlySpan<byte> secret, TenantId tenant) => new(Key16.Derive(secret, ["tenant", tenant.ToString()]));

    /// <summary>Reads the key back from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 16 bytes.</exception>
    public static TenantKey FromBytes(ReadOnlySpan<byte> bytes) => new(Key16.FromBytes(bytes));

    /// <summary>The key's bytes.</summary>
    public byte[] ToBytes() => _key.ToBytes();

    /// <summary>Writes the key's 16 bytes.</summary>
    public void CopyTo(Span<byte> destination) => _key.CopyTo(destination);

    /// <summary>The key as 32 hexadecimal digits.</summary>
    public override string ToString() => _key.ToString();
}
