using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Reading briefings without a pause, with everything that it makes the ledger write.</summary>
internal sealed class MarkedBriefingMeasurement : Measurement
{
    public override string Name => "briefing-marked";

    public override string Reading =>
        "Calls of BriefAsync by one caller without a pause, while the ledger writes that each was read. The first line counts them until all marks are written, "
        + "the second tells how long a reader waits at the median meanwhile, the third the slowest of a hundred. Nobody reads like this; it shows what the marks cost.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? []
        : [
            new Line("briefing without a pause, marks written", "briefings/s", Against: null, Goal: null),
            new Line("the same, a reader's wait, p50", "µs", Against: null, Goal: null),
            new Line("the same, a reader's wait, p99", "µs", Against: null, Goal: null),
        ];

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        ActingLedger reception = bench.Ledger.ActingAs(CustomerStory.TeamOf(2));
        var occasion = new Occasion("check-in");
        long start = Stopwatch.GetTimestamp();
        double[] microseconds = await Stopwatches.TimeAsync(2 * BriefingMeasurement.Readings, _ => reception.For(bench.AnyCustomer()).BriefAsync(occasion));
        await bench.Ledger.FlushAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return [microseconds.Length / time.TotalSeconds, Spread.Quantile(microseconds, 0.5), Spread.Quantile(microseconds, 0.99)];
    }
}
