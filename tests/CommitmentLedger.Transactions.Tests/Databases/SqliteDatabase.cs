using System.Data.Common;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>A file of its own for each test.</summary>
public sealed class SqliteDatabase(string connectionString) : BusinessDatabase, IStartsEmpty<SqliteDatabase>
{
    public const string Name = "sqlite";

    private TempFolder? _folder;

    public override string Kind => Name;

    public override string ConnectionString => connectionString;

    public override string SpoilCommitments => "UPDATE ledger_commitments SET state = x'00'";

    public static Task<SqliteDatabase> CreateAsync()
    {
        var folder = new TempFolder();
        return Task.FromResult(new SqliteDatabase($"Data Source={folder.File("shop.db")}") { _folder = folder });
    }

    public override ILedgerStore NewStore() => new SqliteLedgerStore(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public override DbConnection NewConnection() => new SqliteConnection(connectionString);

    public override void Lead(DbContextOptionsBuilder options, DbConnection? connection, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy)
    {
        _ = connection is null
            ? options.UseSqlite(connectionString, sqlite => _ = strategy is null ? sqlite : sqlite.ExecutionStrategy(strategy))
            : options.UseSqlite(connection, sqlite => _ = strategy is null ? sqlite : sqlite.ExecutionStrategy(strategy));
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        _folder?.Dispose();
        return ValueTask.CompletedTask;
    }
}
