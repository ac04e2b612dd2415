using System.Transactions;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Where every connection of the store comes from: a pool of its own, tuned for the few statements of the ledger, or one that was given.</summary>
/// <remarks>No transaction that surrounds the caller is joined, whatever the pool is set to: that is for <see cref="ITransactionalStore.Within"/> alone.</remarks>
internal sealed class ConnectionPool : IAsyncDisposable
{
    // A plan made once for every key is as good as one made for each, and planning takes longer than reading. So would compiling.
    // Appends need no more than that each statement sees what was committed before it. These are options of the session's beginning:
    // they outlive no session and no reset. So is the name, which a pooler would hand on to clients that have none.
    private const string Settings = @"-c application_name=CommitmentLedger -c plan_cache_mode=force_generic_plan -c jit=off -c default_transaction_isolation=read\ committed";

    private readonly NpgsqlDataSource _plain;
    private readonly NpgsqlDataSource? _tuned;
    private volatile bool _isTuned;

    private ConnectionPool(NpgsqlDataSource plain, NpgsqlDataSource? tuned) => (_plain, _tuned, _isTuned) = (plain, tuned, tuned is not null);

    /// <summary>The server and the user, without the password.</summary>
    public string ConnectionString => _plain.ConnectionString;

    /// <summary>Whether sessions begin with the store's own settings and are nobody else's. Not so on a pool that was given, nor through a pooler.</summary>
    public bool IsTuned => _isTuned;

    private NpgsqlDataSource Source => _isTuned ? _tuned! : _plain;

    /// <summary>Whether a transaction surrounds the caller; asking within a scope that is completed already is a mistake to .NET and a yes here.</summary>
    private static bool IsSurrounded
    {
        get
        {
            try
            {
                return Transaction.Current is not null;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    /// <summary>A pool of the store's own. What the connection string says goes before what it would choose.</summary>
    public static ConnectionPool Create(string connectionString)
    {
        NpgsqlConnectionStringBuilder text = ConnectionSettings.Settle(connectionString);
        NpgsqlDataSource plain = NpgsqlDataSource.Create(text);
        text.Options = $"{Settings} {text.Options ?? Environment.GetEnvironmentVariable("PGOPTIONS")}".TrimEnd();
        return new ConnectionPool(plain, NpgsqlDataSource.Create(text));
    }

    /// <summary>A pool of somebody else's, used as it is; whoever made it disposes it.</summary>
    public static ConnectionPool Of(NpgsqlDataSource given) => new(given, tuned: null);

    /// <summary>Opens a connection that is in no transaction.</summary>
    /// <exception cref="LedgerUnavailableException">There is none to be had; the message says why.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // The store's own pool joins none to begin with. Against one that a given pool would join, another thread is sure: a scope would
        // be left behind on the caller's thread where the caller's own does not flow.
        if (_tuned is not null || !IsSurrounded) return OpenHereAsync(cancellationToken);
        if (ExecutionContext.IsFlowSuppressed()) return new(Task.Run(() => OpenAloneAsync(cancellationToken), CancellationToken.None));
        using (ExecutionContext.SuppressFlow()) return new(Task.Run(() => OpenAloneAsync(cancellationToken), CancellationToken.None));
    }

    /// <summary>Opens a connection that joins nothing, on whichever thread: somebody's scope that does not flow may have been left behind there.</summary>
    private async Task<NpgsqlConnection> OpenAloneAsync(CancellationToken cancellationToken)
    {
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        NpgsqlConnection connection = await OpenHereAsync(cancellationToken).ConfigureAwait(false);
        alone.Complete();
        return connection;
    }

    private async ValueTask<NpgsqlConnection> OpenHereAsync(CancellationToken cancellationToken)
    {
        NpgsqlDataSource source = Source;
        try
        {
            try
            {
                return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException problem) when (source == _tuned && Failure.IsOfSettings(problem))
            {
                // A pooler, most likely, which would have to give each of its clients a session that begins in its own way.
                NpgsqlConnection connection = await _plain.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                DoWithoutSettings();
                return connection;
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw Failure.Unavailable(problem);
        }
    }

    /// <summary>Begins sessions without the store's settings from now on: a pooler stands between, which may pass them over or hand them on.</summary>
    public void DoWithoutSettings()
    {
        _isTuned = false;
        _tuned?.Clear();
    }

    /// <summary>Lets go of idle connections.</summary>
    public void Clear() => Source.Clear();

    /// <summary>Closes the connections of the store's own pool.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_tuned is null) return;
        await _tuned.DisposeAsync().ConfigureAwait(false);
        await _plain.DisposeAsync().ConfigureAwait(false);
    }
}
