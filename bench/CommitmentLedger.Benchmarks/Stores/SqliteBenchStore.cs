using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>A ledger in a file, and SQLite itself on the same file.</summary>
internal sealed class SqliteBenchStore(string file) : BenchStore
{
    private readonly SqliteLedgerStore _store = new(file);
    private readonly Lock _turn = new();

    public override ILedgerStore Store => _store;

    public override StoreAddress Address { get; } = new(StoreKind.Sqlite, file, string.Empty);

    public override Task<RawSession> OpenRawAsync() => Task.FromResult<RawSession>(new RawSqlite(file, _turn));

    /// <summary>A connection that takes no turns with others of this process, and so waits as SQLite waits: by sleeping and looking again.</summary>
    public override IRawInserts OpenUsualInserts() => new RawSqlite(file, new Lock());

    public override async Task EnsureRawRowsAsync(long rows)
    {
        await using var session = new RawSqlite(file, _turn);
        session.Fill(rows);
    }

    public override Task<IReadOnlyList<TableSize>> MeasureTablesAsync() => SqliteTableSizes.MeasureAsync(file);

    public override ValueTask DisposeAsync() => _store.DisposeAsync();
}
