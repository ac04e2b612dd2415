using CommitmentLedger.Storage;
using SQLitePCL;

namespace CommitmentLedger.Benchmarks;

/// <summary>A ledger in a file, and SQLite itself on the same file.</summary>
internal sealed class SqliteBenchStore(string file) : BenchStore
{
    private static readonly string[] Tables = ["ledger_streams", "ledger_entries", "ledger_commands", "ledger_commitments", "ledger_lookups"];

    private readonly SqliteLedgerStore _store = new(file);
    private readonly Lock _turn = new();

    public override ILedgerStore Store => _store;

    public override StoreAddress Address { get; } = new(StoreKind.Sqlite, file, string.Empty);

    public override Task<RawSession> OpenRawAsync() => Task.FromResult<RawSession>(new RawSqlite(file, _turn));

    /// <summary>A connection that takes no turns with others of this process, and so waits as SQLite waits: by sleeping and looking again.</summary>
    public RawSession OpenWaitingRaw() => new RawSqlite(file, new Lock());

    public override async Task EnsureRawRowsAsync(long rows)
    {
        await using var session = new RawSqlite(file, _turn);
        session.Fill(rows);
    }

    public override async Task<IReadOnlyList<TableSize>> MeasureTablesAsync()
    {
        await using var session = new RawSqlite(file, _turn);
        return [.. Tables.Select(table => Measure(session, table))];
    }

    public override ValueTask DisposeAsync() => _store.DisposeAsync();

    private static TableSize Measure(RawSqlite session, string table)
    {
        long rows = session.Query($"SELECT count(*) FROM {table}", static row => raw.sqlite3_column_int64(row, 0))[0];
        long own = session.Query($"SELECT sum(pgsize) FROM dbstat WHERE name = '{table}'", static row => raw.sqlite3_column_int64(row, 0))[0];
        long indexes = session.Query(
            $"SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = '{table}')",
            static row => raw.sqlite3_column_int64(row, 0))[0];

        // A page's path in dbstat has a step for each level below the root.
        int depth = session.Query(
            "SELECT 1 + max(length(path) - length(replace(path, '/', '')) - (path NOT LIKE '%/')) FROM dbstat "
            + $"WHERE path NOT LIKE '%+%' AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name = '{table}')",
            static row => raw.sqlite3_column_int(row, 0))[0];
        return new TableSize(table, rows, own, indexes, depth);
    }
}
