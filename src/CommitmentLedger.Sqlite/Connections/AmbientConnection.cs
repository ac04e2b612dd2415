using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>A connection and transaction of the caller's. Each write is a savepoint in it; the caller commits.</summary>
/// <remarks>Statements are prepared for one operation and released after it, because the caller may close the connection at any time.</remarks>
internal sealed class AmbientConnection : IConnections
{
    private readonly SqliteTransaction _transaction;
    private readonly string _path;
    private readonly OwnConnections _store;
    private readonly Lock _turn = new();

    private AmbientConnection(SqliteTransaction transaction, string path, OwnConnections store) => (_transaction, _path, _store) = (transaction, path, store);

    /// <summary>Joins a transaction.</summary>
    /// <exception cref="ArgumentException">It is not an open transaction on the file.</exception>
    public static AmbientConnection Join(DbTransaction transaction, string path, OwnConnections store)
    {
        if (transaction is not SqliteTransaction { Connection: { State: ConnectionState.Open, Handle: { } handle } } sqlite)
            throw new ArgumentException("This is not an open transaction of Microsoft.Data.Sqlite. Begin one on the ledger's file.", nameof(transaction));
        using var other = Connection.Borrow(handle);
        if (other.File.Length == 0 || other.File != FileAsSqliteKnowsIt(path))
            throw new ArgumentException($"The transaction is on another database than the ledger's file '{path}'. Begin one on that file.", nameof(transaction));
        return new AmbientConnection(sqlite, path, store);
    }

    public ValueTask<T> ReadAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Run(work));
    }

    public ValueTask<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) =>
        ReadAsync(connection => WithSavepoint(connection, work), cancellationToken);

    private T Run<T>(Func<Connection, T> work)
    {
        // A transaction has one user at a time; who uses it from two threads at once waits here for microseconds.
        lock (_turn)
        {
            if (_transaction.Connection?.Handle is not { } handle)
                throw new LedgerUnavailableException("The transaction that this store writes in has ended. Begin another and call Within again.");
            try
            {
                using var connection = Connection.Borrow(handle);
                if (connection.HasMoved || _store.HasMoved) throw Trouble.Moved(_path);
                SchemaUpgrade.Apply(connection, SchemaUpgrade.Scripts);

                // The connection has read now, so that its log is there unless somebody took it away.
                if (!Path.Exists(DatabaseFile.Log(connection)) && connection.QueryText("PRAGMA journal_mode") == "wal") throw Trouble.Moved(_path);
                return work(connection);
            }
            catch (Exception problem) when (problem is SqliteFailure or ArgumentException)
            {
                throw Trouble.Unavailable(_path, problem);
            }
        }
    }

    private static T WithSavepoint<T>(Connection connection, Func<Connection, T> work)
    {
        connection.Use(Sql.SavepointBegin).Run();
        try
        {
            T result = work(connection);
            connection.Use(Sql.SavepointRelease).Run();
            return result;
        }
        catch
        {
            UndoSavepoint(connection);
            throw;
        }
    }

    private static void UndoSavepoint(Connection connection)
    {
        // After some errors SQLite has undone the whole transaction; then there is no savepoint left to undo.
        if (!connection.IsInTransaction) return;
        connection.Use(Sql.SavepointRollback).Run();
        connection.Use(Sql.SavepointRelease).Run();
    }

    private static string FileAsSqliteKnowsIt(string path)
    {
        try
        {
            using var own = Connection.Open(path, raw.SQLITE_OPEN_READONLY, TimeSpan.Zero);
            return own.File;
        }
        catch (SqliteFailure)
        {
            // A file that cannot be opened is not the one that a transaction is open on.
            return path;
        }
    }
}
