using System.Data.Common;
using CommitmentLedger.PostgreSql;

namespace CommitmentLedger.Storage;

/// <summary>Keeps the ledger in PostgreSQL 14 and later. Safe for use by many threads; make one and keep it.</summary>
/// <remarks>
/// The first use checks the database, and creates or upgrades the tables unless the options say otherwise. After the server was away
/// the store works again by itself; nothing needs to be made anew.
/// </remarks>
public sealed partial class PostgreSqlLedgerStore : ILedgerStore, ITransactionalStore, IAsyncDisposable, IDisposable
{
    private readonly ConnectionPool _pool;
    private readonly Statements _statements;
    private readonly Readiness _readiness;
    private readonly OwnConnections _connections;
    private readonly LedgerOperations _operations;

    /// <summary>Keeps the ledger on a server, in the schema <c>commitment_ledger</c>. Nothing is opened yet.</summary>
    /// <param name="connectionString">The server, as Npgsql writes it.</param>
    /// <exception cref="ArgumentException">The text is empty or cannot be read.</exception>
    public PostgreSqlLedgerStore(string connectionString)
        : this(new PostgreSqlLedgerOptions { ConnectionString = connectionString })
    {
    }

    /// <summary>Keeps the ledger as the options say. Changing them afterwards changes nothing. Nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">Options cannot be used; the message names every one that is wrong.</exception>
    public PostgreSqlLedgerStore(PostgreSqlLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureUsable(nameof(options));
        _pool = options.DataSource is { } given ? ConnectionPool.Of(given) : ConnectionPool.Create(options.ConnectionString!);
        _statements = new Statements(new SchemaName(options.Schema));
        _readiness = new Readiness(_pool, _statements, options.EnsuresSchema);
        _connections = new OwnConnections(_pool, _readiness, prepares: options.DataSource is null && ConnectionSettings.MayPrepare(options.ConnectionString!));
        _operations = new LedgerOperations(_connections, _statements);
    }

    /// <inheritdoc/>
    /// <value>False: a transaction locks the streams that it wrote and no others.</value>
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
    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        _operations.FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Only for a transaction of Npgsql on the ledger's own database. Calls at the same time take turns on its connection, which nobody else
    /// may use meanwhile. After an error the transaction can only be rolled back, wholly or to a savepoint. One that reached the server by another name is looked at when it is first used: where that
    /// is another database, the first use throws the <see cref="ArgumentException"/>, before anything is written.
    /// </remarks>
    public ILedgerStore Within(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new LedgerOperations(CallersConnection.Join(transaction, _pool, _readiness, _statements), _statements);
    }

    /// <summary>Closes the connections of the store's own pool; a data source that was given is left to whoever made it.</summary>
    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await _pool.DisposeAsync().ConfigureAwait(false);
        _readiness.Dispose();
    }

    /// <summary>Does what <see cref="DisposeAsync"/> does, and keeps the calling thread while it waits.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
