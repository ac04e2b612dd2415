using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>The store's own connections: one that writes, some that read.</summary>
internal sealed class OwnConnections : IConnections, IAsyncDisposable
{
    private readonly DatabaseFile _file;
    private readonly Writer _writer;
    private readonly ReaderPool _readers;
    private int _isDisposed;

    public OwnConnections(SqliteLedgerOptions options)
    {
        _file = new DatabaseFile(options);
        _writer = new Writer(_file);
        _readers = new ReaderPool(_file, options.Readers);
    }

    /// <summary>Whether the file that the store works on is no longer what stands at its path.</summary>
    public bool HasMoved => _file.HasMoved;

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
        _file.Dispose();
    }

    private void Begin(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed == 1, typeof(SqliteLedgerStore));
        cancellationToken.ThrowIfCancellationRequested();
    }
}
