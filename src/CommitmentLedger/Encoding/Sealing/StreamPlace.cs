using CommitmentLedger.Storage;

namespace CommitmentLedger.Serialization;

/// <summary>The place of a stream in a store.</summary>
/// <param name="Keys">The keys that it and what leads to it are found under.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Stream">The key of the stream.</param>
internal sealed record StreamPlace(KeyRing Keys, TenantId Tenant, StreamKey Stream)
{
    public TenantKey TenantKey => Keys.KeyOf(Tenant);

    /// <summary>The place of a customer's stream.</summary>
    public static StreamPlace Of(KeyRing keys, TenantId tenant, CustomerId customer) => new(keys, tenant, keys.StreamOf(tenant, customer));
}
