using System.Diagnostics;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>What the library adds to reading the documents that a briefing is made of.</summary>
internal sealed class MemoryBriefingMeasurement : Measurement
{
    public override string Name => "memory-briefing";

    public override string Reading =>
        "BriefAsync on the in-memory store, one call after the other, for customers with 10 open commitments, against only decoding the same documents. The marks wait until the "
        + "readings are timed. Allocated is what the reader's thread allocated.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? [
            new Line("in-memory briefing, 10 open", "µs", "decoding alone", Goal.RatioAtMost(3)),
            new Line("the same, allocated", "bytes", "decoding alone", Goal.AtMost(4 * 1_024)),
        ]
        : [];

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        ActingLedger reception = bench.Readers.ActingAs(CustomerStory.TeamOf(2));
        var occasion = new Occasion("check-in");
        CustomerId[] customers = Customers(bench);
        bench.Marks.Hold();
        double[] figures = Measure(customers.Length, reading =>
        {
            Task<CommitmentLedger.Briefing> briefing = reception.For(customers[reading]).BriefAsync(occasion);
            if (!briefing.IsCompletedSuccessfully) throw new InvalidOperationException("A briefing from memory was not there at once, so that its thread could not be measured.");
        });
        bench.Marks.LetGo();
        await bench.Readers.FlushAsync();
        return figures;
    }

    public override async Task<double[]> TheirsAsync(Workbench bench)
    {
        CustomerId[] customers = Customers(bench);
        var stored = new StoredStream?[customers.Length];
        for (int reading = 0; reading < stored.Length; reading++)
            stored[reading] = await bench.Store.Store.LoadAsync(StreamKey.ForCustomer(bench.Population.Tenant, customers[reading]), LoadScope.OpenOnly, CancellationToken.None);
        return Measure(customers.Length, reading => LedgerCodec.Decode(customers[reading], stored[reading], KeyRing.WithoutSecret.SealOf(stored[reading]!.Identity)));
    }

    private static CustomerId[] Customers(Workbench bench) => [.. Enumerable.Range(0, BriefingMeasurement.Readings).Select(_ => bench.AnyCustomer())];

    private static double[] Measure(int times, Action<int> work)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int index = 0; index < times; index++) work(index);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return [time.TotalMicroseconds / times, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / times];
    }
}
