using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection from the pool for each operation.</summary>
/// <param name="pool">The pool.</param>
/// <param name="readiness">What is asked before the first operation.</param>
/// <param name="prepares">Whether statements may be prepared on its connections, as long as no pooler stands between them and the server.</param>
internal sealed class OwnConnections(ConnectionPool pool, Readiness readiness, bool prepares) : IConnections, IDisposable
{
    private volatile bool _prepares = prepares;
    private volatile bool _isDisposed;

    public bool IsCallers => false;

    public async ValueTask<Connection> OpenAsync(CancellationToken cancellationToken)
    {
        EnsureNotDisposed();
        await readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        NpgsqlConnection connection = await pool.OpenAsync(cancellationToken).ConfigureAwait(false);

        return new Connection(connection, pool.IsTuned, prepares: _prepares && pool.IsTuned);
    }

    /// <summary>Passes as long as the store was not disposed.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(Storage.PostgreSqlLedgerStore));

    public void Dispose() => _isDisposed = true;

    public void Forget() => pool.Clear();

    public void StopPreparing()
    {
        _prepares = false;
        pool.Clear();
    }
}
