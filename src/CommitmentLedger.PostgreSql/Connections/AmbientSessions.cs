using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>The connection of a transaction of the caller's, for every operation.</summary>
internal sealed class AmbientSessions(NpgsqlTransaction transaction, Readiness readiness) : ISessions
{
    public bool IsAmbient => true;

    public async ValueTask<Session> OpenAsync(CancellationToken cancellationToken)
    {
        await readiness.EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (IsOpen(transaction)) return new Session(transaction);
        throw new LedgerUnavailableException(
            "The transaction that the ledger was to write in has ended. Nothing was written; begin a new one and call Within again.");
    }

    /// <summary>Whether a transaction can still be written in. The driver says so only by refusing to tell about one that has ended.</summary>
    public static bool IsOpen(NpgsqlTransaction transaction)
    {
        try
        {
            _ = transaction.IsolationLevel;
            return transaction.Connection is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
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
}
