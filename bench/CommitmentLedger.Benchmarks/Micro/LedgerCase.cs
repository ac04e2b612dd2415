using CommitmentLedger.Commands;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>What the single calls are measured with: one customer with ten open commitments, and one more promise.</summary>
internal static class LedgerCase
{
    public static TenantId Tenant { get; } = TenantId.Of("default");

    public static CustomerId Customer { get; } = Population.Customer(7);

    public static StreamKey Stream { get; } = StreamKey.ForCustomer(Tenant, Customer);

    public static Instant Now { get; } = Instant.FromUtc(2026, 3, 10, 9, 0);

    public static Actor By { get; } = CustomerStory.TeamOf(0);

    public static StoredStream Stored { get; } = Store();

    public static StreamSeal Seal { get; } = KeyRing.WithoutSecret.SealOf(Stored.Identity);

    public static StreamPlace Place { get; } = StreamPlace.Of(KeyRing.WithoutSecret, Tenant, Customer);

    public static CustomerRecord Record { get; } = LedgerCodec.Decode(Customer, Stored, Seal);

    public static MakePromise Command { get; } =
        new(CommitmentId.Parse("0192f0c2-6a10-7c31-9d55-0a4f5b7c1e01"), CustomerStory.PromiseOf(999, Now + Duration.FromDays(3)));

    public static Circumstances Circumstances { get; } = new(Now, Now, By, Calendars.None, [PromiseReference.FromNumber(4_711)], DateTimeZone.Utc);

    public static Outcome Outcome { get; } = Outcome.On(Command, Record, Circumstances);

    public static Entry Entry { get; } = Outcome.Entries[0];

    public static StoredEntry StoredEntry { get; } = LedgerCodec.Encode(Entry, Seal, Stored.Head);

    public static Commitment Commitment { get; } = Outcome.Next.Commitments[^1];

    public static CommitmentDocument Document { get; } = LedgerCodec.Encode(Commitment, Place, Seal);

    private static StoredStream Store()
    {
        StreamAppend append = CustomerStory.Of(Tenant, Customer, number: 7, CustomerStory.Open, closed: 0, Now);
        return new StoredStream(append.Identity, append.Entries.Count, append.Head, append.Record, append.Changed, Command: null);
    }
}
