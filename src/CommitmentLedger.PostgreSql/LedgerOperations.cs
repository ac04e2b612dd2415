using CommitmentLedger.Storage;

namespace CommitmentLedger.PostgreSql;

/// <summary>The five operations of the contract, on connections from wherever they come.</summary>
internal sealed class LedgerOperations(IConnections connections, Statements statements) : ILedgerStore
{
    private readonly Appender _appender = new(connections, statements);
    private readonly LoadQueue _loads = new(new StreamLoader(connections, statements));
    private readonly HistoryReader _history = new(connections, statements);
    private readonly FeedReader _feed = new(connections, statements);
    private readonly CommitmentFinder _finder = new(connections, statements);

    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        new(_loads.LoadAsync(new LoadRequest(stream, scope), cancellationToken));

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        new(_appender.AppendAsync(appends, cancellationToken));

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        _history.ReadAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) =>
        _feed.ReadAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        _finder.FindAsync(query, cancellationToken);
}
