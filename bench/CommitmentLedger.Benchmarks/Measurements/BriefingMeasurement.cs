namespace CommitmentLedger.Benchmarks;

/// <summary>Reading a briefing: what the reader waits for.</summary>
internal sealed class BriefingMeasurement : Measurement
{
    /// <summary>Fewer than the marks that the ledger lets wait, so that no reader waits for a place.</summary>
    public const int Readings = 1_000;

    private RawSession? _raw;

    public override string Name => "briefing";

    public override string Reading =>
        "Whole calls of BriefAsync for customers with 10 open and 10 closed commitments, one after the other: what the reader waits for. That it was read is marked in the "
        + "background; here the marks wait until all readings are timed. The other side: selecting one row of 150 bytes by its key. At 1 a briefing costs as much as one row.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store switch
    {
        StoreKind.Memory => [],
        StoreKind.Sqlite => [new Line("briefing, 10 open", "briefings/s", "raw selects", Goal.RatioAtLeast(0.25))],
        _ => [new Line("briefing, 10 open", "briefings/s", "raw selects", Goal.RatioAtLeast(0.7))],
    };

    /// <summary>Times readings with their marks held back, and writes the marks afterwards.</summary>
    /// <returns>How many microseconds each reading took.</returns>
    public static async Task<double[]> TimeAsync(Workbench bench, Func<int, CustomerId> customer)
    {
        ActingLedger reception = bench.Readers.ActingAs(CustomerStory.TeamOf(2));
        var occasion = new Occasion("check-in");
        bench.Marks.Hold();
        double[] microseconds = await Stopwatches.TimeAsync(Readings, reading => reception.For(customer(reading)).BriefAsync(occasion));
        bench.Marks.LetGo();
        await bench.Readers.FlushAsync();
        return microseconds;
    }

    public override async Task PrepareAsync(Workbench bench) => _raw = await bench.Store.OpenRawAsync();

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        CustomerId[] customers = [.. Enumerable.Range(0, Readings).Select(_ => bench.AnyCustomer())];
        double[] microseconds = await TimeAsync(bench, reading => customers[reading]);
        return [1_000_000 / microseconds.Average()];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench)
    {
        long[] keys = [.. Enumerable.Range(0, Readings).Select(_ => Random.Shared.NextInt64(bench.RawRows) + 1)];
        double[] microseconds = await Stopwatches.TimeAsync(Readings, reading => _raw!.SelectAsync(keys[reading]));
        return [1_000_000 / microseconds.Average()];
    }

    public override async Task CleanUpAsync(Workbench bench) => await _raw!.DisposeAsync();
}
