using System.Data.Common;
using CommitmentLedger.Sqlite;

namespace CommitmentLedger.Storage;

/// <summary>Keeps a ledger in one SQLite file on a local disk. Safe for use by many threads, and by several processes on one file.</summary>
/// <remarks>
/// The file is opened, and created or upgraded where needed, at the first use. After a failure the store recovers by itself: the next
/// call opens the file anew. Whoever makes the store disposes it.
/// </remarks>
public sealed partial class SqliteLedgerStore : ILedgerStore, ITransactionalStore, IAsyncDisposable, IDisposable
{
    private readonly SqliteLedgerOptions _options;
    private readonly OwnConnections _connections;
    private readonly LedgerOperations _operations;

    /// <summary>Keeps the ledger in a file, with all other options at their defaults.</summary>
    /// <exception cref="ArgumentException">The path is empty, a URI, or asks for a database in memory.</exception>
    public SqliteLedgerStore(string path)
        : this(new SqliteLedgerOptions { Path = path })
    {
    }

    /// <summary>Keeps the ledger as the options say. Changing them afterwards changes nothing.</summary>
    /// <exception cref="ArgumentException">Options cannot be used; the message names every one that is wrong.</exception>
    public SqliteLedgerStore(SqliteLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureUsable(nameof(options));
        _options = options.Settle();
        _connections = new OwnConnections(_options);
        _operations = new LedgerOperations(_connections);
    }

    /// <inheritdoc/>
    /// <value>True: a file has one writer at a time.</value>
    public bool WritesAlone => true;

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
    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) =>
        _operations.ReadFeedAsync(after, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        _operations.FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Only for a transaction of Microsoft.Data.Sqlite on the ledger's own file. Until it ends nobody else can write to the ledger, this
    /// store outside it included: keep it short. It is only as durable as the caller's connection is set up to be.
    /// </remarks>
    public ILedgerStore Within(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new LedgerOperations(CallersConnection.Join(transaction, _options.Path, _connections));
    }

    /// <summary>Waits for what is under way and closes the file. A second call does nothing.</summary>
    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    /// <summary>Does what <see cref="DisposeAsync"/> does, and keeps the calling thread while it waits.</summary>
    public void Dispose() => _connections.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
