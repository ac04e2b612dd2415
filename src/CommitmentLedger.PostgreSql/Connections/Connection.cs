using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection for one operation; disposing it gives it back to where it came from.</summary>
internal readonly struct Connection : IAsyncDisposable
{
    private readonly bool _prepares;
    private readonly SemaphoreSlim? _turn;

    /// <summary>A connection of the store's.</summary>
    /// <param name="handle">The driver's connection.</param>
    /// <param name="isTuned">Whether it began with the store's own settings.</param>
    /// <param name="prepares">Whether statements are prepared on it.</param>
    public Connection(NpgsqlConnection handle, bool isTuned, bool prepares) => (Handle, IsTuned, _prepares) = (handle, isTuned, prepares);

    /// <summary>The connection of a transaction of the caller's.</summary>
    /// <param name="transaction">The transaction, which is open.</param>
    /// <param name="turn">Whose turn it is to use the connection; disposing lets the next one have it.</param>
    public Connection(NpgsqlTransaction transaction, SemaphoreSlim turn) => (Handle, Transaction, _turn) = (transaction.Connection!, transaction, turn);

    /// <summary>The driver's connection.</summary>
    public NpgsqlConnection Handle { get; }

    /// <summary>The transaction of the caller's, or null when the connection is the store's own.</summary>
    public NpgsqlTransaction? Transaction { get; }

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
        if (_turn is not null)
        {
            _turn.Release();
            return ValueTask.CompletedTask;
        }

        ValueTask closing = Handle.DisposeAsync();
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
