namespace CommitmentLedger.Benchmarks;

/// <summary>Promising, by callers who each speak to customers of their own.</summary>
internal sealed class AppendMeasurement(int callers) : Measurement
{
    private const int PromisesToEach = 4;

    private RawSession[] _raw = [];
    private RawSession[] _waiting = [];

    public override string Name => $"append-{callers}";

    public override string Reading =>
        "Whole calls of PromiseAsync: load, decide, entry, documents, hash chain, on the disk. Each caller gives a new customer four promises and goes on to the next, "
        + "so that the one who decides finds 0 to 3 open. The other side: as many connections, each inserting rows of 150 bytes, a commit each, by a prepared statement on a connection "
        + "that stays open. Above 1, the library is faster. SQLite has one writer: its raw callers take turns by a lock of the process, which is the fastest; left to "
        + "SQLite's own waiting they sleep, and some starve.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store switch
    {
        StoreKind.Memory => [new Line(Work(), "appends/s", Against: null, Goal: null)],
        StoreKind.Sqlite when callers > 1 =>
            [
                new Line(Work(), "appends/s", "raw inserts", Goal.RatioAtLeast(Least(store))),
                new Line("the same", "appends/s", "raw inserts, SQLite's own waiting", Goal: null),
            ],
        _ => [new Line(Work(), "appends/s", "raw inserts", Goal.RatioAtLeast(Least(store)))],
    };

    public override async Task PrepareAsync(Workbench bench)
    {
        if (bench.Kind == StoreKind.Memory) return;
        _raw = new RawSession[callers];
        for (int caller = 0; caller < callers; caller++) _raw[caller] = await bench.Store.OpenRawAsync();
        if (bench.Store is SqliteBenchStore file) _waiting = [.. Enumerable.Range(0, callers).Select(_ => file.OpenWaitingRaw())];
    }

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        var desks = new Desk[callers];
        for (int caller = 0; caller < callers; caller++) desks[caller] = new Desk(bench, PromisesToEach);
        Throughput done = await Callers.RunAsync(callers, bench.Time, caller => desks[caller].PromiseAsync());
        return [done.PerSecond, done.PerSecond];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench) => [await InsertAsync(_raw, bench.Time), await InsertAsync(_waiting, bench.Time)];

    public override async Task CleanUpAsync(Workbench bench)
    {
        foreach (RawSession session in (RawSession[])[.. _raw, .. _waiting]) await session.DisposeAsync();
        (_raw, _waiting) = ([], []);
    }

    private static async Task<double> InsertAsync(RawSession[] sessions, TimeSpan time) => sessions.Length == 0
        ? double.NaN
        : (await Callers.RunAsync(sessions.Length, time, caller => sessions[caller].InsertAsync())).PerSecond;

    private string Work() => callers == 1 ? "append, 1 caller" : $"append, {callers} callers";

    private double Least(StoreKind store) => (store, callers) switch
    {
        (_, 1) => 0.6,
        (StoreKind.Sqlite, 8) => 3,
        (StoreKind.Sqlite, _) => 5,
        (_, 8) => 0.9,
        _ => 1.5,
    };
}
