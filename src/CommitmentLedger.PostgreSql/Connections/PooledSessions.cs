using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection from the pool for each operation.</summary>
/// <param name="source">The pool.</param>
/// <param name="readiness">What is asked before the first operation.</param>
/// <param name="prepares">Whether statements may be prepared on its connections, as long as no pooler stands between them and the server.</param>
internal sealed class PooledSessions(NpgsqlDataSource source, Readiness readiness, bool prepares) : ISessions, IDisposable
{
    private volatile bool _prepares = prepares;
    private volatile bool _isDisposed;

    public bool IsAmbient => false;

    public async ValueTask<Session> OpenAsync(CancellationToken cancellationToken)
    {
        EnsureNotDisposed();
        await readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new Session(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), ambient: null, _prepares && !readiness.IsPooled);
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw Failure.Definite(problem);
        }
    }

    /// <summary>Passes as long as the store was not disposed.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(Storage.PostgreSqlLedgerStore));

    public void Dispose() => _isDisposed = true;

    public void Forget() => source.Clear();

    public void StopPreparing()
    {
        _prepares = false;
        source.Clear();
    }
}
