namespace CommitmentLedger.Benchmarks;

/// <summary>Many callers of one process who all write to the same customer.</summary>
internal sealed class OneCustomerMeasurement : Measurement
{
    private const int Many = 32;

    public override string Name => "one-customer";

    public override string Reading =>
        "32 callers who all note that the same customer asked again, against one caller alone. At 1 they queue up and lose nothing by it. "
        + "The second line is the count of the slowest caller divided by that of the fastest.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) =>
        [
            new Line("32 callers on one customer", "appends/s", "1 caller on one customer", Goal.RatioAtLeast(0.8)),
            new Line("the same, slowest caller to fastest", "share", Against: null, Goal.AtLeast(0.25)),
        ];

    public override Task<double[]> OursAsync(Workbench bench) => WriteAsync(bench, Many);

    public override Task<double[]> TheirsAsync(Workbench bench) => WriteAsync(bench, callers: 1);

    private static async Task<double[]> WriteAsync(Workbench bench, int callers)
    {
        Doubts customer = await Doubts.BeginAsync(bench);
        Throughput done = await Callers.RunAsync(callers, bench.Time, _ => customer.NoteAsync());
        return [done.PerSecond, done.Fairness];
    }
}
