using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection for one operation; disposing it gives it back to where it came from.</summary>
internal readonly struct Session(NpgsqlConnection connection, NpgsqlTransaction? ambient, bool prepares) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction? Ambient => ambient;

    /// <summary>Prepares one of the hot statements, once for each connection to the server; later calls ask nobody.</summary>
    /// <remarks>Where another user of the connection, or a pooler, might drop or exchange what was prepared, it does nothing.</remarks>
    public Task PrepareAsync(NpgsqlCommand command, CancellationToken cancellationToken) => prepares ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc cref="PrepareAsync(NpgsqlCommand, CancellationToken)"/>
    public Task PrepareAsync(NpgsqlBatch batch, CancellationToken cancellationToken) => prepares ? batch.PrepareAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Gives the connection back. It never fails: what was asked has its answer, and a dead connection is thrown away by its pool.</summary>
    public ValueTask DisposeAsync()
    {
        if (ambient is not null) return ValueTask.CompletedTask;
        ValueTask closing = connection.DisposeAsync();
        return closing.IsCompletedSuccessfully ? ValueTask.CompletedTask : IgnoreAsync(closing);
    }

    private static async ValueTask IgnoreAsync(ValueTask closing)
    {
        try
        {
            await closing.ConfigureAwait(false);
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            // The driver undoes an open transaction first, and tells of a connection that died meanwhile.
        }
    }
}
