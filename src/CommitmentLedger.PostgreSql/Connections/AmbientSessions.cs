using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>The connection of a transaction of the caller's, for every operation.</summary>
internal sealed class AmbientSessions(NpgsqlTransaction transaction, Readiness readiness) : ISessions
{
    public bool IsAmbient => true;

    public async ValueTask<Session> OpenAsync(CancellationToken cancellationToken)
    {
        await readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (transaction.Connection is { } connection) return new Session(connection, transaction);
        }
        catch (ObjectDisposedException)
        {
            // Said below: a disposed transaction is an ended one.
        }

        throw new LedgerUnavailableException(
            "The transaction that the ledger was to write in has ended. Nothing was written; begin a new one and call Within again.");
    }

    public void Forget()
    {
        // The connection is the caller's, and so is what becomes of it.
    }
}
