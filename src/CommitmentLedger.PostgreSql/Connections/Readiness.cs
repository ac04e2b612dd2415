using CommitmentLedger.Storage;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Sees to it, before the first operation and then never again, that the database is one that the store can work with.</summary>
internal sealed class Readiness(ConnectionPool pool, Statements statements, bool ensuresSchema) : IDisposable
{
    private const int OldestServer = 14;

    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _isReady;

    /// <summary>Passes when the schema is there and the feed sees what is written next. What failed is tried again by the next caller.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached or used; the message says why.</exception>
    public ValueTask EnsureAsync(CancellationToken cancellationToken) =>
        _isReady ? ValueTask.CompletedTask : new ValueTask(EnsureAsync(ensuresSchema, cancellationToken));

    public async Task EnsureAsync(bool migrates, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            NpgsqlConnection connection = await pool.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
            if (connection.PostgreSqlVersion.Major < OldestServer)
                throw new LedgerUnavailableException($"The server is PostgreSQL {connection.PostgreSqlVersion}; the ledger needs {OldestServer} or later. Upgrade the server.");
            DatabaseState state = await DatabaseState.ReadAsync(connection, statements, cancellationToken).ConfigureAwait(false);
            if (migrates && !state.IsUnread && state.SchemaVersion < PostgreSqlSchema.Version)
            {
                await SchemaUpgrade.RunAsync(connection, statements.Schema, cancellationToken).ConfigureAwait(false);
                state = await DatabaseState.ReadAsync(connection, statements, cancellationToken).ConfigureAwait(false);
            }

            if (state.Problem() is { } problem) throw new LedgerUnavailableException(problem);
            if (state.IsPooled) pool.DoWithoutSettings();
            _isReady = true;
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw Failure.Unavailable(problem);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
