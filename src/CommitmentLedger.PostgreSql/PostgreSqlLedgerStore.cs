using CommitmentLedger.PostgreSql;
using System.Data.Common;
using Npgsql;

namespace CommitmentLedger.Storage;

/// <summary>Keeps the ledger in PostgreSQL 14 and later. Safe for use by many threads; make one and keep it.</summary>
/// <remarks>
/// The first use checks the database, and creates or upgrades the tables unless the options say otherwise. After the server was away
/// the store works again by itself; nothing needs to be made anew.
/// </remarks>
public sealed partial class PostgreSqlLedgerStore : ILedgerStore, ITransactionalStore, IStoreDoctor, IStoreRebuilder, IStoreScrubber, IStoreImporter, IAsyncDisposable
{
    private readonly LedgerPool _pool;
    private readonly Statements _statements;
    private readonly Readiness _readiness;
    private readonly PooledSessions _sessions;
    private readonly LedgerOperations _operations;

    /// <summary>Keeps the ledger on a server, in the schema <c>commitment_ledger</c>. Nothing is opened yet.</summary>
    /// <param name="connectionString">The server, as Npgsql writes it.</param>
    /// <exception cref="ArgumentException">The text is empty or cannot be read.</exception>
    public PostgreSqlLedgerStore(string connectionString)
        : this(new PostgreSqlLedgerOptions { ConnectionString = connectionString })
    {
    }

    /// <summary>Keeps the ledger as the options say. Nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">An option cannot be used; the message says which.</exception>
    public PostgreSqlLedgerStore(PostgreSqlLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problem() is { } problem) throw new ArgumentException(problem, nameof(options));
        _pool = options.DataSource is { } given ? LedgerPool.Of(given) : LedgerPool.Create(options.ConnectionString!);
        _statements = new Statements(new SchemaName(options.Schema));
        _readiness = new Readiness(_pool, _statements, options.EnsuresSchema);
        _sessions = new PooledSessions(_pool, _readiness, prepares: options.DataSource is null && ConnectionSettings.MayPrepare(options.ConnectionString!));
        _operations = new LedgerOperations(_sessions, _statements);
    }

    /// <inheritdoc/>
    public bool WritesAlone => false;

    /// <inheritdoc/>
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        _operations.LoadAsync(stream, scope, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        _operations.AppendAsync(appends, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        _operations.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>It ends where the oldest transaction that still writes, anywhere in the cluster, could yet add an entry.</remarks>
    /// <exception cref="ArgumentException">The cursor is not one that this kind of store gave.</exception>
    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) =>
        _operations.ReadFeedAsync(after, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CommitmentDocument> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        _operations.FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Use it from one thread at a time, as the transaction. After an error the transaction can only be rolled back.</remarks>
    public ILedgerStore Within(DbTransaction transaction)
    {
        if (transaction is not NpgsqlTransaction own || !AmbientSessions.IsOpen(own) || !IsHere(own.Connection!))
            throw new ArgumentException("The transaction is not an open one of Npgsql on the database that holds the ledger. Begin it there.", nameof(transaction));
        return new LedgerOperations(new AmbientSessions(own, _readiness), _statements);
    }

    /// <summary>Closes the connections of the store's own pool; a data source that was given is left to whoever made it.</summary>
    public async ValueTask DisposeAsync()
    {
        _sessions.Dispose();
        await _pool.DisposeAsync().ConfigureAwait(false);
        _readiness.Dispose();
    }

    private bool IsHere(NpgsqlConnection connection)
    {
        var here = new NpgsqlConnectionStringBuilder(_pool.ConnectionString);
        var there = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        return (here.Host, here.Port, here.Database ?? here.Username) == (there.Host, there.Port, there.Database ?? there.Username);
    }
}
