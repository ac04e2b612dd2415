using System.Diagnostics;
using CommitmentLedger.Commands;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>What the library adds to the bytes that an append cannot do without.</summary>
internal sealed class MemoryAppendMeasurement : Measurement
{
    private const int Appends = 5_000;

    private static readonly TenantId Tenant = TenantId.Of("default");
    private static readonly Instant Due = Instant.FromUtc(2099, 12, 31, 12, 0);

    public override string Name => "memory-append";

    public override string Reading =>
        "PromiseAsync on the in-memory store, one call after the other, each to a new customer, against encoding the same entry, record and commitment and hashing the entry "
        + "into the chain. At 1 the library would cost nothing beside its bytes. Allocated is what all threads allocated together.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? [
            new Line("in-memory append", "µs", "encoding and hashing alone", Goal.RatioAtMost(3)),
            new Line("the same, allocated", "bytes", "encoding and hashing alone", Goal.AtMost(5 * 1_024)),
        ]
        : [];

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore(), new LedgerOptions { Tenant = Tenant });
        (CustomerId Customer, Promise Promise)[] given = [.. Enumerable.Range(0, Appends).Select(number => (bench.NewCustomer(), CustomerStory.PromiseOf(number, Due)))];
        ActingLedger desk = ledger.ActingAs(CustomerStory.TeamOf(0));
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        foreach ((CustomerId customer, Promise promise) in given) await desk.For(customer).PromiseAsync(CommitmentId.New(), promise);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return [time.TotalMicroseconds / Appends, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Appends];
    }

    public override Task<double[]> TheirsAsync(Workbench bench)
    {
        (StreamKey Stream, Outcome Outcome)[] ruled = [.. Enumerable.Range(0, Appends).Select(number => Rule(bench.NewCustomer(), number))];
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        foreach ((StreamKey stream, Outcome ruling) in ruled)
        {
            StreamSeal seal = KeyRing.WithoutSecret.NewSeal();
            foreach (Entry entry in ruling.Entries) LedgerCodec.Encode(entry, seal, before: default);
            foreach (Commitment commitment in ruling.Next.Commitments) LedgerCodec.Encode(commitment, new StreamPlace(KeyRing.WithoutSecret, Tenant, stream), seal);
            LedgerCodec.EncodeRecord(ruling.Next, seal);
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return Task.FromResult<double[]>([time.TotalMicroseconds / Appends, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Appends]);
    }

    private static (StreamKey Stream, Outcome Outcome) Rule(CustomerId customer, int number)
    {
        Instant now = Instant.FromUtc(2026, 3, 10, 9, 0);
        var at = new Circumstances(now, now, CustomerStory.TeamOf(0), Calendars.None, [PromiseReference.FromNumber((ulong)number)], DateTimeZone.Utc);
        Outcome ruling = Outcome.On(new MakePromise(CommitmentId.New(), CustomerStory.PromiseOf(number, Due)), CustomerRecord.Empty(customer), at);
        return (StreamKey.ForCustomer(Tenant, customer), ruling);
    }
}
