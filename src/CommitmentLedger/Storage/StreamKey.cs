namespace CommitmentLedger.Storage;

/// <summary>The key that a stream is found under: 16 bytes derived from the tenant and the customer, and from the ledger's secret where there is one.</summary>
/// <remarks>
/// It cannot be made for another tenant's customer by mistake. It is in every statement and is the distribution column of a distributed
/// store. Without a secret, whoever holds the store and a list of customers can tell whose streams these are.
/// </remarks>
public readonly record struct StreamKey : IComparable<StreamKey>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = Key16.Length;

    private readonly Key16 _key;

    private StreamKey(Key16 key) => _key = key;

    /// <summary>The stream of a customer in a ledger without a secret.</summary>
    public static StreamKey ForCustomer(TenantId tenant, CustomerId customer) => ForCustomer(secret: [], tenant, customer);

    /// <summary>The stream in which the ledger says how it was begun. It belongs to no tenant, and is the same in every ledger.</summary>
    internal static StreamKey OfLedger { get; } = new(Key16.Derive("ledger"));

    internal static StreamKey ForCustomer(ReadOnlySpan<byte> secret, TenantId tenant, CustomerId customer) =>
        new(Key16.Derive(secret, ["customer", tenant.ToString(), customer.ToString()]));

    /// <summary>A stream in which a tenant keeps knowledge of its own, which belongs to no customer.</summary>
    internal static StreamKey Reserved(ReadOnlySpan<byte> secret, TenantId tenant, string name) => new(Key16.Derive(secret, ["reserved", tenant.ToString(), name]));

    /// <summary>Reads the key back from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 16 bytes.</exception>
    public static StreamKey FromBytes(ReadOnlySpan<byte> bytes) => new(Key16.FromBytes(bytes));

    /// <summary>The key's bytes.</summary>
    public byte[] ToBytes() => _key.ToBytes();

    /// <summary>Writes the key's 16 bytes.</summary>
    public void CopyTo(Span<byte> destination) => _key.CopyTo(destination);

    /// <summary>Orders keys as their bytes.</summary>
    public int CompareTo(StreamKey other) => _key.Value.CompareTo(other._key.Value);

    /// <summary>The key as 32 hexadecimal digits.</summary>
    public override string ToString() => _key.ToString();

    /// <summary>Whether one key comes before another in the order of their bytes.</summary>
    public static bool operator <(StreamKey left, StreamKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after another in the order of their bytes.</summary>
    public static bool operator >(StreamKey left, StreamKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key does not come after another in the order of their bytes.</summary>
    public static bool operator <=(StreamKey left, StreamKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key does not come before another in the order of their bytes.</summary>
    public static bool operator >=(StreamKey left, StreamKey right) => left.CompareTo(right) >= 0;
}
