using Npgsql;

namespace CommitmentLedger.Benchmarks;

/// <summary>Stores in schemas of one server: the one that a variable names, or a cluster of the benchmark's own.</summary>
internal sealed class PostgreSqlHost : StoreHost
{
    private const string Variable = "COMMITMENTLEDGER_POSTGRES";

    private readonly Cluster? _cluster;
    private readonly string _connectionString;

    private PostgreSqlHost(Cluster? cluster, string connectionString) => (_cluster, _connectionString) = (cluster, connectionString);

    public override StoreKind Kind => StoreKind.PostgreSql;

    /// <summary>Finds or starts the server.</summary>
    /// <param name="folder">Where a cluster of its own is kept.</param>
    public static async Task<PostgreSqlHost> StartAsync(string folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return new PostgreSqlHost(cluster: null, given);
        Cluster cluster = await Cluster.StartAsync(folder);
        return new PostgreSqlHost(cluster, cluster.ConnectionString);
    }

    public override async Task<string> DescribeAsync()
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT string_agg(name || ' = ' || current_setting(name), ', ' ORDER BY name) FROM pg_settings "
            + "WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size', 'data_checksums')",
            connection);
        return $"PostgreSQL {connection.PostgreSqlVersion}, {await command.ExecuteScalarAsync()}";
    }

    public override Task<BenchStore> OpenAsync(string name) =>
        Task.FromResult<BenchStore>(new PostgreSqlBenchStore(new StoreAddress(StoreKind.PostgreSql, _connectionString, name)));

    public override async Task RemoveAsync(string name)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP SCHEMA IF EXISTS {name} CASCADE", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
