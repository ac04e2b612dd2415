namespace CommitmentLedger.Benchmarks;

/// <summary>Whether a briefing takes longer for a customer of long standing.</summary>
internal sealed class LongHistoryMeasurement : Measurement
{
    public override string Name => "briefing-history";

    public override string Reading =>
        "Whole calls of BriefAsync, marks held back while they are timed, for customers with 2,000 closed and 10 open commitments against customers with 10 open and none closed. "
        + "At 1 the past makes no difference.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) =>
        [new Line("briefing, 10 open and 2,000 closed, p50", "µs", "10 open only", Goal.RatioAtMost(1.2))];

    public override Task<double[]> OursAsync(Workbench bench) => TimeAsync(bench, Population.CustomerOfLongStanding);

    public override Task<double[]> TheirsAsync(Workbench bench) => TimeAsync(bench, Population.CustomerWithoutPast);

    private static async Task<double[]> TimeAsync(Workbench bench, Func<int, CustomerId> customer) =>
        [Spread.Quantile(await BriefingMeasurement.TimeAsync(bench, reading => customer(reading % Population.Long)), 0.5)];
}
