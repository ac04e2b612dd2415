using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>The store's own connections: one that writes, some that read.</summary>
internal sealed class OwnConnections(SqliteLedgerOptions options) : IConnections, IAsyncDisposable
{
    private readonly Writer _writer = new(new DatabaseFile(options));
    private readonly ReaderPool _readers = new(new DatabaseFile(options), options.Readers);
    private int _isDisposed;

    public async ValueTask<T> ReadAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        await _writer.EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        return await _readers.ReadAsync(work, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a short operation that only reads, on the connection that writes when nobody writes: its cache is warm.</summary>
    public ValueTask<T> LookAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        return _writer.TryRead(work, out T? result) ? ValueTask.FromResult(result) : ReadAsync(work, cancellationToken);
    }

    public ValueTask<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        return _writer.WriteAsync(work, cancellationToken);
    }

    /// <summary>Runs something on the connection that writes, outside any transaction.</summary>
    public ValueTask<T> RunOnWriterAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        return _writer.RunAsync(work, cancellationToken);
    }

    /// <summary>Waits for what is under way and closes everything. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1) return;
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private void Begin(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed == 1, typeof(SqliteLedgerStore));
        cancellationToken.ThrowIfCancellationRequested();
    }
}
