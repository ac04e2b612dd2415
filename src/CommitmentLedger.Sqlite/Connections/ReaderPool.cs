using System.Collections.Concurrent;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>The connections that read: opened when first needed, the last one used taken first, thrown away after a failure.</summary>
internal sealed class ReaderPool(DatabaseFile file, int size) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(size);
    private readonly ConcurrentStack<Connection> _idle = [];
    private volatile bool _isClosed;

    public async ValueTask<T> ReadAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Read(work);
        }
        catch (Exception problem) when (problem is SqliteError or ArgumentException)
        {
            throw Failure.Unavailable(file.Path, problem);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes the connections when nobody reads any more.</summary>
    public async ValueTask DisposeAsync()
    {
        for (int place = 0; place < size; place++) await _places.WaitAsync().ConfigureAwait(false);
        _isClosed = true;
        while (_idle.TryPop(out Connection? connection)) connection.Dispose();
        _places.Release(size);
    }

    private T Read<T>(Func<Connection, T> work)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteLedgerStore));
        if (!_idle.TryPop(out Connection? connection)) connection = file.OpenReader();
        bool isWhole = false;
        try
        {
            file.EnsureInPlace(connection);
            T result = work(connection);
            isWhole = true;
            return result;
        }
        finally
        {
            if (isWhole) _idle.Push(connection);
            else connection.Dispose();
        }
    }
}
