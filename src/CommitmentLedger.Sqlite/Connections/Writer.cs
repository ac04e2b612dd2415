using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CommitmentLedger.Storage;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>The one connection that writes. Callers queue up for it without holding a thread, and for other processes likewise.</summary>
internal sealed class Writer(DatabaseFile file) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(25);

    private readonly SemaphoreSlim _turn = new(1);
    private Connection? _connection;
    private volatile bool _isReady;
    private bool _isClosed;

    /// <summary>Makes sure, once, that the file is there and has its schema.</summary>
    public ValueTask EnsureReadyAsync(CancellationToken cancellationToken) => _isReady ? ValueTask.CompletedTask : OpenAsync(cancellationToken);

    /// <summary>Runs something in one transaction. Cancellation is obeyed until the transaction has begun.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Connection connection = await WaitForLockAsync(static connection => connection.Use(Statements.Begin).Run(), cancellationToken).ConfigureAwait(false);
            T result = Work(connection, work);
            Commit(connection);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads on this connection if it is open and idle, without waiting.</summary>
    public bool TryRead<T>(Func<Connection, T> work, [MaybeNullWhen(false)] out T result)
    {
        result = default;
        if (!_isReady || !_turn.Wait(0, CancellationToken.None)) return false;
        try
        {
            if (_connection is not { } connection) return false;
            result = Work(connection, work);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs something outside any transaction.</summary>
    public async ValueTask<T> RunAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Connection connection = await WaitForLockAsync(static _ => { }, cancellationToken).ConfigureAwait(false);
            return Work(connection, work);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _isClosed = true;
        Discard();
        _turn.Release();
    }

    private async ValueTask OpenAsync(CancellationToken cancellationToken) =>
        await RunAsync(static _ => true, cancellationToken).ConfigureAwait(false);

    private async ValueTask<Connection> WaitForLockAsync(Action<Connection> first, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteLedgerStore));
        long start = Stopwatch.GetTimestamp();
        TimeSpan pause = FirstPause;
        while (!TryOpen(first, isLastTry: Stopwatch.GetElapsedTime(start) >= file.BusyTimeout))
        {
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < MaxPause ? pause * 2 : MaxPause;
        }

        return _connection!;
    }

    private bool TryOpen(Action<Connection> first, bool isLastTry)
    {
        try
        {
            first(_connection ??= file.OpenWriter());
            _isReady = true;
            return true;
        }
        catch (SqliteError error) when (error.IsBusy && !isLastTry)
        {
            return false;
        }
        catch (SqliteError error)
        {
            Discard();
            throw Failure.Unavailable(file.Path, error);
        }
    }

    private T Work<T>(Connection connection, Func<Connection, T> work)
    {
        try
        {
            file.EnsureInPlace(connection);
            return work(connection);
        }
        catch (Exception problem)
        {
            // Closing a connection undoes its transaction, whatever state it is in.
            Discard();
            if (problem is SqliteError or ArgumentException) throw Failure.Unavailable(file.Path, problem);
            throw;
        }
    }

    private void Commit(Connection connection)
    {
        // Asked as late as can be: a commit into a file that nobody finds again would be acknowledged and lost.
        Work(connection, static _ => true);
        try
        {
            connection.Use(Statements.Commit).Run();
            file.NoteLog();
        }
        catch (SqliteError error)
        {
            Discard();

            // The frame that makes a transaction count is written last: when the disk was full before it, there is none.
            if (error.IsBusy || error.Code == raw.SQLITE_FULL) throw Failure.Unavailable(file.Path, error);
            throw Failure.OutcomeUnknown(file.Path, error);
        }
    }

    private void Discard()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
