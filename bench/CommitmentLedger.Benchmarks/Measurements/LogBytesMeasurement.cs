using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>How much PostgreSQL writes to its log for an append.</summary>
internal sealed class LogBytesMeasurement : Measurement
{
    private const int Customers = 500;

    private static readonly Instant Due = Instant.FromUtc(2099, 12, 31, 12, 0);
    private static readonly Actor Desk = new(Team.Of("desk"), Channel.Phone);

    private readonly List<(CustomerId Customer, CommitmentId Commitment)> _promised = [];

    private RawSession? _raw;

    public override string Name => "wal";

    public override string Reading =>
        "By how far pg_current_wal_lsn moves in 500 appends of one caller, divided by them. First line: AskAgain without words, an entry with a body of 155 bytes that changes "
        + "the head and the one commitment of its customer, on pages that were changed since the last checkpoint. Second line: the same right after a checkpoint, when PostgreSQL "
        + "logs each page as a whole at its first change. Third line: the first promise to a new customer, with a body of about 580 bytes and two lookup keys, after 500 like it that do not count. "
        + "The other side: raw inserts of 150 bytes, with and without a checkpoint before.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.PostgreSql
        ? [
            new Line("log of an append, body of 150 bytes", "bytes", "raw inserts", Goal.AtMost(1_200)),
            new Line("the same, right after a checkpoint", "bytes", "raw inserts, right after a checkpoint", Goal: null),
            new Line("log of the first promise to a customer", "bytes", "raw inserts", Goal: null),
        ]
        : [];

    public override async Task PrepareAsync(Workbench bench)
    {
        _raw = await bench.Store.OpenRawAsync();
        _promised.Clear();
        for (int number = 0; number < Customers; number++) _promised.Add(await PromiseAsync(bench, number));
    }

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        var store = (PostgreSqlBenchStore)bench.Store;
        await store.CheckpointAsync();
        double fresh = await BytesAsync(store, _promised.Count, number => AskAgainAsync(bench, number));
        double steady = await BytesAsync(store, _promised.Count, number => AskAgainAsync(bench, number));
        await BytesAsync(store, Customers, number => PromiseAsync(bench, number));
        double first = await BytesAsync(store, Customers, number => PromiseAsync(bench, number));
        return [steady, fresh, first];
    }

    public override async Task<double[]> TheirsAsync(Workbench bench)
    {
        var store = (PostgreSqlBenchStore)bench.Store;
        await store.CheckpointAsync();
        double fresh = await BytesAsync(store, Customers, _ => _raw!.InsertAsync());
        double steady = await BytesAsync(store, Customers, _ => _raw!.InsertAsync());
        return [steady, fresh, steady];
    }

    public override async Task CleanUpAsync(Workbench bench) => await _raw!.DisposeAsync();

    private static async Task<double> BytesAsync(PostgreSqlBenchStore store, int times, Func<int, Task> write)
    {
        long before = await store.LogPositionAsync();
        for (int number = 0; number < times; number++) await write(number);
        return (double)(await store.LogPositionAsync() - before) / times;
    }

    private static async Task<(CustomerId Customer, CommitmentId Commitment)> PromiseAsync(Workbench bench, int number)
    {
        (CustomerId customer, CommitmentId commitment) = (bench.NewCustomer(), CommitmentId.New());
        await bench.Ledger.ActingAs(CustomerStory.TeamOf(number)).For(customer).PromiseAsync(commitment, CustomerStory.PromiseOf(number, Due));
        return (customer, commitment);
    }

    private Task<Verdict> AskAgainAsync(Workbench bench, int number) => bench.Ledger.ActingAs(Desk).For(_promised[number].Customer).AskAgainAsync(_promised[number].Commitment);
}
