namespace CommitmentLedger.Benchmarks;

/// <summary>Whether a briefing takes longer where there are more customers.</summary>
internal sealed class SizeMeasurement : Measurement
{
    private const long Small = 10_000;

    /// <summary>One in a hundred is slow: it takes many readings to say how slow.</summary>
    private const int Times = 3;

    public override string Name => "briefing-size";

    public override string Reading =>
        "Whole calls of BriefAsync, marks held back while they are timed, in the store that is measured against one of the same kind with 10,000 commitments. "
        + "At 1 the size makes no difference. Only for sizes above 10k.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => size > Small
        ? [
            new Line("briefing in the large store, p50", "µs", "with 10,000 commitments", Goal.RatioAtMost(1.3)),
            new Line("the same, p99", "µs", "with 10,000 commitments", Goal.RatioAtMost(2)),
        ]
        : [];

    public override async Task PrepareAsync(Workbench bench) => await bench.SmallAsync();

    public override Task<double[]> OursAsync(Workbench bench) => TimeAsync(bench);

    public override async Task<double[]> TheirsAsync(Workbench bench) => await TimeAsync(await bench.SmallAsync());

    private static async Task<double[]> TimeAsync(Workbench bench)
    {
        var microseconds = new List<double>();
        for (int time = 0; time < Times; time++) microseconds.AddRange(await BriefingMeasurement.TimeAsync(bench, _ => bench.AnyCustomer()));
        return [Spread.Quantile(microseconds, 0.5), Spread.Quantile(microseconds, 0.99)];
    }
}
