using System.Data.Common;
using CommitmentLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>A real database with the tables of an application and of the ledger in it.</summary>
public abstract class BusinessDatabase : IAsyncDisposable
{
    /// <summary>What a child process calls this kind.</summary>
    public abstract string Kind { get; }

    /// <summary>How a connection of the application's reaches it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>A statement that makes the documents of all commitments unreadable.</summary>
    public abstract string SpoilCommitments { get; }

    /// <summary>A database that another process has made.</summary>
    public static BusinessDatabase Of(string kind, string connectionString) =>
        kind == SqliteDatabase.Name ? new SqliteDatabase(connectionString) : new PostgreSqlDatabase(connectionString);

    /// <summary>A store for the ledger in this database.</summary>
    public abstract ILedgerStore NewStore();

    /// <summary>A connection of the application's, not opened yet.</summary>
    public abstract DbConnection NewConnection();

    /// <summary>Leads Entity Framework here: by a connection that is given, or else by one of its own.</summary>
    public abstract void Lead(DbContextOptionsBuilder options, DbConnection? connection, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy);

    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = NewConnection();
        await connection.OpenAsync();
        return connection;
    }

    public Shop NewShop(
        DbConnection? connection = null, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy = null, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<Shop>();
        Lead(options, connection, strategy);
        return new Shop(options.AddInterceptors(interceptors).Options);
    }

    public abstract ValueTask DisposeAsync();
}
