using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Appends: one round trip and one transaction for the whole list.</summary>
/// <remarks>
/// Each statement has to see what was committed before it. Where that is not how transactions begin, and after a race, which may have
/// come of it, the transaction says so, still in the same round trip.
/// </remarks>
internal sealed class Appender(IConnections connections, Statements statements)
{
    private const int MaxAttempts = 5;

    public async Task<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (appends.Count == 0) return [];
        List<List<int>> calls = AppendPlan.Of(appends);
        for (int attempt = 1; ; attempt++)
        {
            bool mayLose = attempt < MaxAttempts && !connections.IsCallers;
            if (await AttemptAsync(appends, calls, isFirst: attempt == 1, mayLose, cancellationToken).ConfigureAwait(false) is { } results) return results;
        }
    }

    /// <summary>Sends everything once; null when the server is known to have rolled it back whole for a reason that another try may not meet.</summary>
    private async Task<AppendResult[]?> AttemptAsync(
        IReadOnlyList<StreamAppend> appends, List<List<int>> calls, bool isFirst, bool mayLose, CancellationToken cancellationToken)
    {
        Connection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new NpgsqlBatch(connection.Handle, connection.Transaction);
        await using ConfiguredAsyncDisposable __ = batch.ConfigureAwait(false);
        bool saysIsolation = connection.Transaction is null && !(connection.IsTuned && isFirst);
        if (saysIsolation) batch.BatchCommands.Add(new NpgsqlBatchCommand(statements.Begin));
        foreach (List<int> call in calls) batch.BatchCommands.Add(AppendCall.Of(statements.Append, appends, call));
        if (saysIsolation) batch.BatchCommands.Add(new NpgsqlBatchCommand(statements.Commit));
        bool isSent = false;
        try
        {
            await connection.PrepareAsync(batch, CancellationToken.None).ConfigureAwait(false);
            isSent = true;
            return await SendAsync(batch, appends.Count, calls).ConfigureAwait(false);
        }
        catch (Exception problem) when (mayLose && Failure.IsRace(problem))
        {
            return null;
        }
        catch (Exception problem) when (mayLose && Failure.IsUnprepared(problem))
        {
            connections.StopPreparing();
            return null;
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            if (Failure.IsLost(problem)) connections.Forget();

            // Inside a transaction of the caller's nothing is kept that the caller has not committed.
            throw connections.IsCallers || !isSent ? Failure.Unavailable(problem) : Failure.OfWrite(problem);
        }
    }

    /// <summary>Once it is sent it is awaited, whatever the caller's patience: otherwise nobody would know what became of it.</summary>
    private static async Task<AppendResult[]> SendAsync(NpgsqlBatch batch, int count, List<List<int>> calls)
    {
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = reader.ConfigureAwait(false);
        var results = new AppendResult[count];
        foreach (List<int> call in calls)
        {
            await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            long[] outcomes = await reader.GetFieldValueAsync<long[]>(0, CancellationToken.None).ConfigureAwait(false);
            for (int index = 0; index < call.Count; index++) results[call[index]] = Result(outcomes.AsSpan(3 * index, 3));
            await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return results;
    }

    private static AppendResult Result(ReadOnlySpan<long> outcome) => outcome[0] switch
    {
        1 => new AppendResult.Appended(outcome[1]),
        2 => new AppendResult.Replayed(outcome[1], outcome[2]),
        3 => new AppendResult.Conflict(outcome[1]),
        4 => new AppendResult.CommandIdReused(),
        5 => new AppendResult.CommitmentExists(),
        _ => throw new NpgsqlException("The function that appends gave an outcome that this version of the library does not know."),
    };
}
