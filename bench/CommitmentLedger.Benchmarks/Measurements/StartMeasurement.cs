using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>How long a process that was just started takes to its first briefing.</summary>
internal sealed class StartMeasurement : Measurement
{
    private const int Starts = 5;

    public override string Name => "start";

    public override string Reading =>
        "From starting a process until it says that it has its first briefing, made with new SqliteLedgerStore and new Ledger, against a process of the same program that opens the same "
        + "file with SQLite alone and reads one row. Both include the start of .NET; the median of five starts a round.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Sqlite
        ? [new Line("start to first briefing", "ms", "a bare host reads one row", Goal.RatioAtMost(1.5))]
        : [];

    public override Task<double[]> OursAsync(Workbench bench) =>
        TimeAsync(() => Child.Start(FirstBriefingRole.Name, bench.Store.Address.Place, bench.AnyCustomer().ToString()));

    public override Task<double[]> TheirsAsync(Workbench bench) => TimeAsync(() => Child.Start(BareHostRole.Name, bench.Store.Address.Place));

    private static async Task<double[]> TimeAsync(Func<Child> begin)
    {
        var milliseconds = new List<double>();
        for (int start = 0; start < Starts; start++)
        {
            long begun = Stopwatch.GetTimestamp();
            await using Child child = begin();
            await child.ReadAsync();
            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return [Spread.Quantile(milliseconds, 0.5)];
    }
}
