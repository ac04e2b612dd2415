using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>A store behind a bad line: requests or replies of appends get lost, as the plan says.</summary>
internal sealed class LosingStore(ILedgerStore store, Func<Loss> next) : ILedgerStore
{
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        store.LoadAsync(stream, scope, cancellationToken);

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        Loss loss = next();
        if (loss == Loss.Request) throw new LedgerOutcomeUnknownException("The line broke before the request arrived. The caller cannot know.");
        IReadOnlyList<AppendResult> results = await store.AppendAsync(appends, cancellationToken).ConfigureAwait(false);
        return loss == Loss.None ? results : throw new LedgerOutcomeUnknownException("The line broke before the reply arrived. The caller cannot know.");
    }

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        store.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => store.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => store.FindAsync(query, cancellationToken);
}
