using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection for one operation; disposing it gives it back to where it came from.</summary>
internal readonly struct Session : IAsyncDisposable
{
    private readonly bool _prepares;

    /// <summary>A connection of the store's.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isTuned">Whether it began with the store's own settings.</param>
    /// <param name="prepares">Whether statements are prepared on it.</param>
    public Session(NpgsqlConnection connection, bool isTuned, bool prepares) => (Connection, IsTuned, _prepares) = (connection, isTuned, prepares);

    /// <summary>The connection of a transaction of the caller's.</summary>
    public Session(NpgsqlTransaction ambient) => (Connection, Ambient) = (ambient.Connection!, ambient);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction? Ambient { get; }

    /// <summary>Whether a transaction on it is of the isolation that the ledger needs without saying so.</summary>
    public bool IsTuned { get; }

    /// <summary>Prepares one of the hot statements, once for each connection to the server; later calls ask nobody.</summary>
    /// <remarks>Where another user of the connection, or a pooler, might drop or exchange what was prepared, it does nothing.</remarks>
    public Task PrepareAsync(NpgsqlCommand command, CancellationToken cancellationToken) => _prepares ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc cref="PrepareAsync(NpgsqlCommand, CancellationToken)"/>
    public Task PrepareAsync(NpgsqlBatch batch, CancellationToken cancellationToken) => _prepares ? batch.PrepareAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Gives the connection back. It never fails: what was asked has its answer, and a dead connection is thrown away by its pool.</summary>
    public ValueTask DisposeAsync()
    {
        if (Ambient is not null) return ValueTask.CompletedTask;
        ValueTask closing = Connection.DisposeAsync();
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
