using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>A database of its own for each test, on the tests' server.</summary>
public sealed class PostgreSqlDatabase(string connectionString) : BusinessDatabase, IStartsEmpty<PostgreSqlDatabase>
{
    public const string Name = "postgresql";

    private string? _server;

    public override string Kind => Name;

    public override string ConnectionString => connectionString;

    public override string SpoilCommitments => "UPDATE commitment_ledger.commitment SET state = '\\x00'";

    public static async Task<PostgreSqlDatabase> CreateAsync()
    {
        string server = await Servers.OrdinaryAsync();
        string name = $"shop_{Guid.NewGuid():N}";
        await RunAsync(server, $"CREATE DATABASE {name} TEMPLATE template0");
        return new PostgreSqlDatabase(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString) { _server = server };
    }

    public override ILedgerStore NewStore() => new PostgreSqlLedgerStore(connectionString);

    public override DbConnection NewConnection() => new NpgsqlConnection(connectionString);

    public override void Lead(DbContextOptionsBuilder options, DbConnection? connection, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy)
    {
        _ = connection is null
            ? options.UseNpgsql(connectionString, npgsql => _ = strategy is null ? npgsql : npgsql.ExecutionStrategy(strategy))
            : options.UseNpgsql(connection, npgsql => _ = strategy is null ? npgsql : npgsql.ExecutionStrategy(strategy));
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        await using (var own = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(own);
        await RunAsync(_server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task RunAsync(string server, string text)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
