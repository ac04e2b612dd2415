using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace CommitmentLedger.Benchmarks;

/// <summary>Npgsql without anything around it: one open connection, statements prepared once, called without awaiting, which is its fastest way.</summary>
internal sealed class RawPostgreSql : RawSession
{
    private const int PageRows = 1_000;

    private static readonly byte[] Body = RandomNumberGenerator.GetBytes(BodyLength);

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _insert;
    private readonly NpgsqlCommand _select;
    private readonly NpgsqlCommand _feed;
    private readonly RawRowNumbers _numbers;

    private RawPostgreSql(NpgsqlConnection connection, string schema, RawRowNumbers numbers)
    {
        (_connection, _numbers) = (connection, numbers);
        _insert = new NpgsqlCommand(InsertInto(schema), connection)
        {
            Parameters = { new NpgsqlParameter<long>(), new NpgsqlParameter<byte[]> { TypedValue = Body } },
        };
        _select = new NpgsqlCommand($"SELECT body FROM {schema}.bench_rows WHERE id = $1", connection) { Parameters = { new NpgsqlParameter<long>() } };
        _feed = new NpgsqlCommand(
            "SELECT version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, key_id, tenant, stream, feed_tx "
            + $"FROM {schema}.entry WHERE (feed_tx, stream, version) > ($1, $2, $3) ORDER BY feed_tx, stream, version LIMIT {PageRows}",
            connection)
        {
            Parameters = { new NpgsqlParameter<long>(), new NpgsqlParameter<Guid>(), new NpgsqlParameter<long>() },
        };
    }

    /// <summary>The statement that inserts a row.</summary>
    public static string InsertInto(string schema) => $"INSERT INTO {schema}.bench_rows (id, body) VALUES ($1, $2)";

    public static async Task<RawPostgreSql> OpenAsync(NpgsqlDataSource source, string schema, RawRowNumbers numbers)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync();

        // Planning for each page would slow the raw side down.
        await using (var settings = new NpgsqlCommand("SET plan_cache_mode = force_generic_plan; SET jit = off", connection)) await settings.ExecuteNonQueryAsync();
        var session = new RawPostgreSql(connection, schema, numbers);
        await session._insert.PrepareAsync();
        await session._select.PrepareAsync();
        await session._feed.PrepareAsync();
        return session;
    }

    /// <summary>Makes the table if need be, and fills it up to a number of rows.</summary>
    /// <returns>The highest number in it.</returns>
    public static async Task<long> EnsureRowsAsync(NpgsqlDataSource source, string schema, long rows)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using var create = new NpgsqlCommand($"CREATE TABLE IF NOT EXISTS {schema}.bench_rows (id bigint PRIMARY KEY, body bytea NOT NULL)", connection);
        await create.ExecuteNonQueryAsync();
        await using var last = new NpgsqlCommand($"SELECT coalesce(max(id), 0) FROM {schema}.bench_rows", connection);
        long first = (long)(await last.ExecuteScalarAsync())! + 1;
        await using (NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync($"COPY {schema}.bench_rows (id, body) FROM STDIN (FORMAT BINARY)"))
        {
            for (long id = first; id <= rows; id++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(id, NpgsqlDbType.Bigint);
                await copy.WriteAsync(Body, NpgsqlDbType.Bytea);
            }

            await copy.CompleteAsync();
        }

        return Math.Max(first - 1, rows);
    }

    public override Task InsertAsync()
    {
        ((NpgsqlParameter<long>)_insert.Parameters[0]).TypedValue = _numbers.Next();
        _insert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override Task<int> SelectAsync(long key)
    {
        ((NpgsqlParameter<long>)_select.Parameters[0]).TypedValue = key;
        using NpgsqlDataReader reader = _select.ExecuteReader();
        return Task.FromResult(reader.Read() ? reader.GetFieldValue<byte[]>(0).Length : 0);
    }

    public override Task<long> ReadFeedAsync(long most)
    {
        (long feedTx, Guid stream, long version) = (long.MinValue, Guid.Empty, 0L);
        long read = 0;
        for (int rows = PageRows; rows == PageRows && read < most; read += rows)
        {
            ((NpgsqlParameter<long>)_feed.Parameters[0]).TypedValue = feedTx;
            ((NpgsqlParameter<Guid>)_feed.Parameters[1]).TypedValue = stream;
            ((NpgsqlParameter<long>)_feed.Parameters[2]).TypedValue = version;
            using NpgsqlDataReader reader = _feed.ExecuteReader();
            for (rows = 0; reader.Read(); rows++) (version, stream, feedTx) = ReadEntry(reader);
        }

        return Task.FromResult(read);
    }

    public override async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _select.DisposeAsync();
        await _feed.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>Takes every column out of the row, as whoever needs the entries would.</summary>
    private static (long Version, Guid Stream, long FeedTx) ReadEntry(NpgsqlDataReader row)
    {
        long version = row.GetInt64(0);
        if (!row.IsDBNull(1)) _ = row.GetGuid(1);
        _ = row.GetString(2);
        _ = row.GetInt32(3);
        _ = row.GetInt64(4);
        _ = row.GetInt64(5);
        _ = row.GetString(6);
        _ = row.GetGuid(7);
        _ = row.GetFieldValue<byte[]>(8);
        _ = row.GetFieldValue<byte[]>(9);
        if (!row.IsDBNull(10)) _ = row.GetGuid(10);
        _ = row.GetGuid(11);
        return (version, row.GetGuid(12), row.GetInt64(13));
    }
}
