using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection from the pool for each operation.</summary>
internal sealed class PooledSessions(NpgsqlDataSource source, Readiness readiness) : ISessions
{
    public bool IsAmbient => false;

    public async ValueTask<Session> OpenAsync(CancellationToken cancellationToken)
    {
        await readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new Session(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), ambient: null);
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw Failure.Definite(problem);
        }
    }

    public void Forget() => source.Clear();
}
