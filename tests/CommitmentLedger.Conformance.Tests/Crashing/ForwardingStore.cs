using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>A store that hands everything on to another; a crashing store overrides what it spoils.</summary>
internal abstract class ForwardingStore(ILedgerStore store) : ILedgerStore
{
    protected ILedgerStore Store => store;

    public virtual ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        store.LoadAsync(stream, scope, cancellationToken);

    public abstract ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        store.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => store.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => store.FindAsync(query, cancellationToken);
}
