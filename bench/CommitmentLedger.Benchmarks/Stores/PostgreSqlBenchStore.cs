using System.Globalization;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.Benchmarks;

/// <summary>A ledger in a schema of a server, and Npgsql itself on the same schema.</summary>
internal sealed class PostgreSqlBenchStore : BenchStore
{
    private readonly PostgreSqlLedgerStore _store;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _pool;
    private readonly RawRowNumbers _numbers = new();

    public PostgreSqlBenchStore(StoreAddress address)
    {
        Address = address;
        _store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = address.Place, Schema = address.Schema });
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.Place) { MaxPoolSize = 64, NoResetOnClose = true });
        _pool = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.Place) { MaxPoolSize = 64, MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 });
    }

    public override ILedgerStore Store => _store;

    public override StoreAddress Address { get; }

    public override async Task<RawSession> OpenRawAsync() => await RawPostgreSql.OpenAsync(_source, Address.Schema, _numbers);

    public override IRawInserts OpenUsualInserts() => new PooledInserts(_pool, Address.Schema, _numbers);

    public override async Task EnsureRawRowsAsync(long rows)
    {
        await _store.EnsureSchemaAsync();
        _numbers.BeginAfter(await RawPostgreSql.EnsureRowsAsync(_source, Address.Schema, rows));
    }

    /// <summary>How many bytes the server has written to its log so far.</summary>
    public Task<long> LogPositionAsync() => ScalarAsync<long>("SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");

    /// <summary>Writes everything to the tables; the first change of each page after it goes into the log as the whole page.</summary>
    public async Task CheckpointAsync()
    {
        await using NpgsqlCommand command = _source.CreateCommand("CHECKPOINT");
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyList<TableSize>> MeasureTablesAsync()
    {
        await using NpgsqlCommand vacuum = _source.CreateCommand($"VACUUM (ANALYZE) {Address.Schema}.head, {Address.Schema}.entry, {Address.Schema}.commitment");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
        var sizes = new List<TableSize>();
        foreach (string table in (string[])["head", "entry", "commitment"])
        {
            string name = $"'{Address.Schema}.{table}'::regclass";
            sizes.Add(new TableSize(
                table,
                await ScalarAsync<long>($"SELECT count(*) FROM {Address.Schema}.{table}"),
                await ScalarAsync<long>($"SELECT pg_table_size({name})"),
                await ScalarAsync<long>($"SELECT pg_indexes_size({name})"),
                await DepthAsync(table)));
        }

        return sizes;
    }

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _source.DisposeAsync();
        await _pool.DisposeAsync();
    }

    /// <summary>The levels of a table's deepest B-tree, or null where the server has no extension to look into them.</summary>
    private async Task<int?> DepthAsync(string table)
    {
        try
        {
            await using NpgsqlCommand create = _source.CreateCommand("CREATE EXTENSION IF NOT EXISTS pageinspect");
            await create.ExecuteNonQueryAsync();
            return 1 + (int)await ScalarAsync<long>(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT max((bt_metap(c.oid::regclass::text)).level)::bigint
                FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_am a ON a.oid = c.relam
                WHERE x.indrelid = '{Address.Schema}.{table}'::regclass AND a.amname = 'btree'
                """));
        }
        catch (PostgresException)
        {
            return null;
        }
    }

    private async Task<T> ScalarAsync<T>(string text)
    {
        await using NpgsqlCommand command = _source.CreateCommand(text);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
