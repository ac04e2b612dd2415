namespace CommitmentLedger.Benchmarks;

/// <summary>Callers of four processes who all write to the same customer.</summary>
internal sealed class FourProcessesMeasurement : Measurement
{
    private const int Processes = 4;
    private const int CallersOfEach = 8;

    private readonly List<Child> _children = [];

    private Doubts? _customer;

    public override string Name => "one-customer-processes";

    public override string Reading =>
        "Four processes with 8 callers each, who all note that the same customer asked again, against one caller of one process on that customer. They race for the customer's "
        + "stream, and the losers decide again. The second line divides what is stored afterwards by what was acknowledged, both counted.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory
        ? []
        : [
            new Line("4 processes of 8 callers on one customer", "appends/s", "1 caller on one customer", Goal.RatioAtLeast(0.3)),
            new Line("the same, stored to acknowledged", "share", Against: null, Goal.Exactly(1)),
        ];

    public override async Task PrepareAsync(Workbench bench)
    {
        _customer = await Doubts.BeginAsync(bench);
        for (int process = 0; process < Processes; process++)
            _children.Add(ManyCallersRole.Start(bench.Store.Address, _customer, CallersOfEach, bench.Time));
        foreach (Child child in _children) await child.ReadAsync();
    }

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        long before = await _customer!.CountAsync();
        foreach (Child child in _children) child.Tell("go");
        long acknowledged = 0;
        double perSecond = 0;
        foreach (Child child in _children)
        {
            (long count, double rate) = ManyCallersRole.ParseAnswer(await child.ReadAsync());
            acknowledged += count;
            perSecond += rate;
        }

        return [perSecond, (double)(await _customer.CountAsync() - before) / acknowledged];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench) =>
        [(await Callers.RunAsync(callers: 1, bench.Time, _ => _customer!.NoteAsync())).PerSecond, 1];

    public override async Task CleanUpAsync(Workbench bench)
    {
        foreach (Child child in _children) await child.DisposeAsync();
        _children.Clear();
    }
}
