using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Storage;

/// <summary>Seals of a ledger without a secret, for tests that look into a store.</summary>
internal static class Seals
{
    public static readonly StreamSeal Any = KeyRing.WithoutSecret.NewSeal();

    public static StreamPlace Place(TenantId tenant, CustomerId customer) => StreamPlace.Of(KeyRing.WithoutSecret, tenant, customer);

    public static StreamSeal Of(StoredStream stored) => KeyRing.WithoutSecret.SealOf(stored.Identity);

    public static CustomerRecord Read(CustomerId customer, StoredStream stored) => LedgerCodec.Decode(customer, stored, Of(stored));
}
