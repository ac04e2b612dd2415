namespace CommitmentLedger.Benchmarks;

/// <summary>Promising, by callers who each speak to customers of their own.</summary>
internal sealed class AppendMeasurement(int callers) : Measurement
{
    private const int PromisesToEach = 4;

    private IRawInserts[] _goal = [];
    private IRawInserts[] _other = [];

    public override string Name => $"append-{callers}";

    public override string Reading =>
        "Whole calls of PromiseAsync: load, decide, entry, documents, hash chain, on the disk. Each caller gives a new customer four promises and goes on to the next, "
        + "so that the one who decides finds 0 to 3 open. The other side: as many callers, each inserting rows of 150 bytes, a commit each. Above 1, the library is faster. PostgreSQL's raw callers "
        + "take a connection from a pool for each row, as programs do, with statements prepared by the pool; held open, each has its own, prepared, and calls it without awaiting. SQLite has one writer: "
        + "its raw callers hold their connections and take turns by a lock of the process, which is the fastest; left to SQLite's own waiting they sleep, and some starve.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store switch
    {
        StoreKind.Memory => [new Line(Work(), "appends/s", Against: null, Goal: null)],
        StoreKind.Sqlite =>
            [
                new Line(Work(), "appends/s", "raw inserts", Goal.RatioAtLeast(Least(store))),
                new Line("the same", "appends/s", "raw inserts, SQLite's own waiting", Goal: null),
            ],
        _ =>
            [
                new Line(Work(), "appends/s", "raw inserts", Goal.RatioAtLeast(Least(store))),
                new Line("the same", "appends/s", "raw inserts, connections held open", Goal: null),
            ],
    };

    public override async Task PrepareAsync(Workbench bench)
    {
        if (bench.Kind == StoreKind.Memory) return;
        (_goal, _other) = (new IRawInserts[callers], new IRawInserts[callers]);
        for (int caller = 0; caller < callers; caller++)
        {
            (IRawInserts fastest, IRawInserts usual) = (await bench.Store.OpenRawAsync(), bench.Store.OpenUsualInserts());
            (_goal[caller], _other[caller]) = bench.Kind == StoreKind.Sqlite ? (fastest, usual) : (usual, fastest);
        }
    }

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        var desks = new Desk[callers];
        for (int caller = 0; caller < callers; caller++) desks[caller] = new Desk(bench, PromisesToEach);
        Throughput done = await Callers.RunAsync(callers, bench.Time, caller => desks[caller].PromiseAsync());
        return [done.PerSecond, done.PerSecond];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench) => [await InsertAsync(_goal, bench.Time), await InsertAsync(_other, bench.Time)];

    public override async Task CleanUpAsync(Workbench bench)
    {
        foreach (IRawInserts inserts in (IRawInserts[])[.. _goal, .. _other]) await inserts.DisposeAsync();
        (_goal, _other) = ([], []);
    }

    private static async Task<double> InsertAsync(IRawInserts[] inserts, TimeSpan time) => inserts.Length == 0
        ? double.NaN
        : (await Callers.RunAsync(inserts.Length, time, caller => inserts[caller].InsertAsync())).PerSecond;

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
