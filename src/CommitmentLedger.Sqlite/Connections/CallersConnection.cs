using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>A connection and transaction of the caller's. Each write is a savepoint in it; the caller commits.</summary>
/// <remarks>Statements are prepared for one operation and released after it, because the caller may close the connection at any time.</remarks>
internal sealed class CallersConnection : IConnections
{
    /// <summary>Whose turn it is on a connection, of which each operation uses it alone, however often its transaction was joined.</summary>
    private static readonly ConditionalWeakTable<SqliteConnection, Lock> Turns = [];

    private readonly SqliteTransaction _transaction;
    private readonly string _path;
    private readonly OwnConnections _store;
    private readonly Lock _turn;

    private CallersConnection(SqliteTransaction transaction, string path, OwnConnections store)
    {
        (_transaction, _path, _store) = (transaction, path, store);
        _turn = Turns.GetValue(transaction.Connection!, static _ => new Lock());
    }

    /// <summary>Joins a transaction.</summary>
    /// <exception cref="ArgumentException">It is of another provider, has ended, or is on another database.</exception>
    public static CallersConnection Join(DbTransaction transaction, string path, OwnConnections store)
    {
        if (transaction is not SqliteTransaction own)
        {
            throw new ArgumentException(
                $"The transaction is of type {transaction.GetType().Name} and not one of Microsoft.Data.Sqlite. Begin one on a SqliteConnection to the ledger's file '{path}'; "
                + "where a library wraps its transactions, hand over the one that it wraps.",
                nameof(transaction));
        }

        if (HandleOf(own) is not { } handle)
        {
            throw new ArgumentException(
                "The transaction has ended: it was committed, rolled back or disposed, or its connection was closed. Begin another and call Within with that.", nameof(transaction));
        }

        using var other = Connection.Borrow(handle);
        return other.File.Length != 0 && other.File == FileAsSqliteKnowsIt(path)
            ? new CallersConnection(own, path, store)
            : throw new ArgumentException($"The transaction is on another database than the ledger's file '{path}'. Begin one on a connection to that file.", nameof(transaction));
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
        // A transaction has one user at a time; who uses it from another thread waits here for microseconds.
        lock (_turn)
        {
            if (HandleOf(_transaction) is not { } handle)
                throw new InvalidOperationException("The transaction that the ledger was to write in has ended. Nothing was written; begin another and call Within with that.");
            try
            {
                using var connection = Connection.Borrow(handle);
                if (connection.HasMoved || _store.HasMoved) throw Failure.Moved(_path);
                SchemaUpgrade.Apply(connection, SchemaUpgrade.Scripts);

                // The connection has read now, so that its log is there unless somebody took it away.
                if (!Path.Exists(DatabaseFile.Log(connection)) && connection.QueryText("PRAGMA journal_mode") == "wal") throw Failure.Moved(_path);
                return work(connection);
            }
            catch (SqliteError error) when (error.IsBusy)
            {
                throw Failure.CannotWriteWithin(_path, error);
            }
            catch (Exception problem) when (problem is SqliteError or ArgumentException)
            {
                throw Failure.Unavailable(_path, problem);
            }
        }
    }

    private static T WithSavepoint<T>(Connection connection, Func<Connection, T> work)
    {
        connection.Use(Statements.SavepointBegin).Run();
        try
        {
            T result = work(connection);
            connection.Use(Statements.SavepointRelease).Run();
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
        connection.Use(Statements.SavepointRollback).Run();
        connection.Use(Statements.SavepointRelease).Run();
    }

    /// <summary>The connection of a transaction that can still be written in, or null.</summary>
    /// <remarks>
    /// The provider tells of an end that it brought about itself. One by a statement, or by SQLite after an error, only SQLite knows; a
    /// savepoint would begin a transaction of its own then and commit it.
    /// </remarks>
    private static sqlite3? HandleOf(SqliteTransaction transaction) =>
        transaction.Connection is { State: ConnectionState.Open, Handle: { } handle } && raw.sqlite3_get_autocommit(handle) == 0 ? handle : null;

    private static string FileAsSqliteKnowsIt(string path)
    {
        try
        {
            using var own = Connection.Open(path, raw.SQLITE_OPEN_READONLY, TimeSpan.Zero);
            return own.File;
        }
        catch (SqliteError)
        {
            // A file that cannot be opened is not the one that a transaction is open on.
            return path;
        }
    }
}
