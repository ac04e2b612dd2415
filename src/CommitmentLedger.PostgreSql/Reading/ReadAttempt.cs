using System.Runtime.CompilerServices;

namespace CommitmentLedger.PostgreSql;

/// <summary>
/// Reads once, and again when the connection turns out to be dead or to have forgotten what was prepared, or when the transaction got in
/// the way of another, as serializable ones do: reading changes nothing, so asking again is safe.
/// </summary>
internal static class ReadAttempt
{
    private const int MaxAttempts = 5;

    public static async Task<T> RunAsync<T>(
        IConnections connections, Func<Connection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Connection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
            try
            {
                // To cancel a statement ends the transaction that it runs in, which is not ours to end.
                return await read(connection, connections.IsCallers ? CancellationToken.None : cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (Failure.IsOurs(problem))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Failure.IsRace(problem) && !connections.IsCallers && attempt < MaxAttempts) continue;
                bool isLost = Failure.IsLost(problem);
                bool isUnprepared = Failure.IsUnprepared(problem);
                if (isUnprepared) connections.StopPreparing();
                else if (isLost) connections.Forget();
                if (!(isLost || isUnprepared) || connections.IsCallers || attempt > 1) throw Failure.Unavailable(problem);
            }
        }
    }
}
