namespace CommitmentLedger.Benchmarks;

/// <summary>Promising, by callers who each speak to customers of their own.</summary>
internal sealed class AppendMeasurement(int callers) : Measurement
{
    private const int PromisesToEach = 4;

    private RawSession[] _raw = [];

    public override string Name => $"append-{callers}";

    public override string Reading =>
        "Whole calls of PromiseAsync: load, decide, entry, documents, hash chain, on the disk. Each caller gives a new customer four promises and goes on to the next, "
        + "so that the one who decides finds 0 to 3 open. The other side: as many connections, each inserting rows of 150 bytes, a commit each. Above 1, the library is faster.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? [new Line(Work(), "appends/s", Against: null, Goal: null)]
        : [new Line(Work(), "appends/s", "raw inserts", Goal.RatioAtLeast(Least(store)))];

    public override async Task PrepareAsync(Workbench bench)
    {
        if (bench.Kind == StoreKind.Memory) return;
        _raw = new RawSession[callers];
        for (int caller = 0; caller < callers; caller++) _raw[caller] = await bench.Store.OpenRawAsync();
    }

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        var desks = new Desk[callers];
        for (int caller = 0; caller < callers; caller++) desks[caller] = new Desk(bench, PromisesToEach);
        Throughput done = await Callers.RunAsync(callers, bench.Time, caller => desks[caller].PromiseAsync());
        return [done.PerSecond];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench) => bench.Kind == StoreKind.Memory
        ? []
        : [(await Callers.RunAsync(callers, bench.Time, caller => _raw[caller].InsertAsync())).PerSecond];

    public override async Task CleanUpAsync(Workbench bench)
    {
        foreach (RawSession session in _raw) await session.DisposeAsync();
        _raw = [];
    }

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
