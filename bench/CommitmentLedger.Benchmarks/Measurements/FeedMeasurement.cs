using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Reading everything that happened from the beginning.</summary>
internal sealed class FeedMeasurement : Measurement
{
    private const long Entries = 100_000;

    private RawSession? _raw;

    public override string Name => "feed";

    public override string Reading =>
        "Reading up to 100,000 entries from the beginning of the feed, by one reader. First line: the store's feed, as watchers and reports are fed. Second line: Ledger.FeedAsync, which "
        + "also decodes every entry. The other side: paging through the same table with the driver, each page beginning after the last row of the one before, taking every column out of each row.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? []
        : [
            new Line("feed catch-up", "entries/s", "raw keyset paging", Goal.RatioAtLeast(0.7)),
            new Line("the same, decoded", "entries/s", "raw keyset paging", Goal: null),
        ];

    public override async Task PrepareAsync(Workbench bench) => _raw = await bench.Store.OpenRawAsync();

    public override async Task<double[]> OursAsync(Workbench bench) =>
        [
            await RateAsync(() => CountAsync(bench.Store.Store.ReadFeedAsync(FeedCursor.Beginning, CancellationToken.None))),
            await RateAsync(() => CountAsync(bench.Ledger.ReadFeedAsync(FeedCursor.Beginning))),
        ];

    public override async Task<double[]> TheirsAsync(Workbench bench)
    {
        double rate = await RateAsync(() => _raw!.ReadFeedAsync(Entries));
        return [rate, rate];
    }

    public override async Task CleanUpAsync(Workbench bench) => await _raw!.DisposeAsync();

    private static async Task<double> RateAsync(Func<Task<long>> read)
    {
        long start = Stopwatch.GetTimestamp();
        long entries = await read();
        return entries / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<long> CountAsync<T>(IAsyncEnumerable<T> feed)
    {
        long count = 0;
        await foreach (T _ in feed)
        {
            if (++count == Entries) break;
        }

        return count;
    }
}
