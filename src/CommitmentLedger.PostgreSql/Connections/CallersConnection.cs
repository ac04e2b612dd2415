using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection and transaction of the caller's, for every operation. The caller commits.</summary>
internal sealed class CallersConnection : IConnections
{
    private const string Elsewhere = "The transaction is on another database than the ledger's. Begin one on a connection to the database that holds the ledger: ";

    /// <summary>Whose turn it is on a connection, of which each operation uses it alone, however often its transaction was joined.</summary>
    private static readonly ConditionalWeakTable<NpgsqlConnection, SemaphoreSlim> Turns = [];

    private readonly NpgsqlTransaction _transaction;
    private readonly NpgsqlConnection _connection;
    private readonly SemaphoreSlim _turn;
    private readonly ConnectionPool _pool;
    private readonly Readiness _readiness;
    private readonly Statements _statements;
    private volatile bool _isHere;

    private CallersConnection(NpgsqlTransaction transaction, NpgsqlConnection connection, ConnectionPool pool, Readiness readiness, Statements statements)
    {
        (_transaction, _connection, _pool, _readiness, _statements) = (transaction, connection, pool, readiness, statements);
        _turn = Turns.GetValue(connection, static _ => new SemaphoreSlim(1));
    }

    public bool IsCallers => true;

    /// <summary>Joins a transaction. One on a server of another name is looked at when it is first used: names may lead to the same server.</summary>
    /// <exception cref="ArgumentException">It is of another provider, has ended, or is on another database.</exception>
    public static CallersConnection Join(DbTransaction transaction, ConnectionPool pool, Readiness readiness, Statements statements)
    {
        if (transaction is not NpgsqlTransaction own)
        {
            throw new ArgumentException(
                $"The transaction is of type {transaction.GetType().Name} and not one of Npgsql. Begin one on an NpgsqlConnection to the database that holds the ledger; "
                + "where a library wraps its transactions, hand over the one that it wraps.",
                nameof(transaction));
        }

        if (ConnectionOf(own) is not { } connection)
        {
            throw new ArgumentException(
                "The transaction has ended: it was committed, rolled back or disposed, or its connection was closed. Begin another and call Within with that.", nameof(transaction));
        }

        var (here, there) = (DatabaseAddress.Of(pool.ConnectionString), DatabaseAddress.Of(connection.ConnectionString));
        return here.Server != there.Server || here.Database == there.Database
            ? new CallersConnection(own, connection, pool, readiness, statements) { _isHere = here == there }
            : throw new ArgumentException($"{Elsewhere}{here}.", nameof(transaction));
    }

    /// <summary>Takes the connection for one operation; who asks for it meanwhile waits.</summary>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    /// <exception cref="ArgumentException">The transaction is on another database.</exception>
    public async ValueTask<Connection> OpenAsync(CancellationToken cancellationToken)
    {
        await _readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The driver uses the object of a transaction that has ended again for the next one of the same session, which may be somebody else's.
            if (ConnectionOf(_transaction) != _connection)
            {
                throw new InvalidOperationException(
                    "The transaction that the ledger was to write in has ended. Nothing was written; begin another and call Within with that.");
            }

            if (!_isHere) await EnsureHereAsync(_transaction, cancellationToken).ConfigureAwait(false);
            return new Connection(_transaction, _turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Forget()
    {
        // The connection is the caller's, and so is what becomes of it.
    }

    public void StopPreparing()
    {
        // Nothing is prepared by the store on a connection of the caller's.
    }

    /// <summary>The connection of a transaction that can still be written in, or null. The driver tells of an end only by refusing to tell more.</summary>
    private static NpgsqlConnection? ConnectionOf(NpgsqlTransaction transaction)
    {
        try
        {
            _ = transaction.IsolationLevel;
            return transaction.Connection;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task EnsureHereAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlConnection own = await _pool.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = own.ConfigureAwait(false);

            // To cancel a statement ends the transaction that it runs in, which is not ours to end.
            string there = await IdentifyAsync(_connection, transaction, CancellationToken.None).ConfigureAwait(false);
            if (await IdentifyAsync(own, transaction: null, cancellationToken).ConfigureAwait(false) != there)
                throw new ArgumentException($"{Elsewhere}{DatabaseAddress.Of(_pool.ConnectionString)}.", nameof(transaction));
            _isHere = true;
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw Failure.Unavailable(problem);
        }
    }

    private async Task<string> IdentifyAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(_statements.IdentifyDatabase, connection, transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        return (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
