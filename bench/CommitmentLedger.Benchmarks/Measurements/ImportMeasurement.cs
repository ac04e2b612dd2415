using System.Diagnostics;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Taking in the history of a CRM that had no ledger.</summary>
internal sealed class ImportMeasurement : Measurement
{
    private const int CustomersInRound = 1_000;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 9, 0);

    private BenchStore? _store;
    private long _next;

    public override string Name => "import";

    public override string Reading =>
        "ImportAsync of 1,000 customers' whole streams, 45 entries each, which were made before and lie in memory. The first round goes into an empty store, the others on top. "
        + "How long the import takes while the streams are being made stands above the table.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? []
        : [new Line("import of history", "entries/s", Against: null, Goal.AtLeast(50_000))];

    public override async Task PrepareAsync(Workbench bench) => _store = await bench.OpenEmptyAsync();

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        var streams = new StreamAppend[CustomersInRound];
        for (int index = 0; index < streams.Length; index++) streams[index] = bench.Population.StreamOf(_next++, Now);
        long start = Stopwatch.GetTimestamp();
        long entries = await _store!.Importer!.ImportAsync(streams.ToAsyncEnumerable(), progress: null, CancellationToken.None);
        return [entries / Stopwatch.GetElapsedTime(start).TotalSeconds];
    }

    public override async Task CleanUpAsync(Workbench bench) => await _store!.DisposeAsync();
}
