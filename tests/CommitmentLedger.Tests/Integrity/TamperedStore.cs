using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Integrity;

/// <summary>An honest store that gives something else than what was written, as one does that somebody changed from outside.</summary>
internal sealed class TamperedStore(InMemoryLedgerStore inner) : ILedgerStore, IStoreRebuilder
{
    public Func<IEnumerable<StoredEntry>, IEnumerable<StoredEntry>> Entries { get; set; } = entries => entries;

    public Func<StoredStream, StoredStream> Stream { get; set; } = stream => stream;

    /// <summary>What somebody does in the moment before a stream is loaded.</summary>
    public Func<Task> BeforeLoading { get; set; } = () => Task.CompletedTask;

    /// <summary>What somebody does in the moment before documents are replaced.</summary>
    public Func<Task> BeforeReplacing { get; set; } = () => Task.CompletedTask;

    public async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        await BeforeLoading();
        return await inner.LoadAsync(stream, scope, cancellationToken) is { } stored ? Stream(stored) : null;
    }

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        inner.AppendAsync(appends, cancellationToken);

    public async IAsyncEnumerable<StoredEntry> ReadHistoryAsync(
        StreamKey stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<StoredEntry> all = await inner.ReadHistoryAsync(stream, 0, cancellationToken).ToListAsync(cancellationToken);
        foreach (StoredEntry entry in Entries(all).Where(entry => entry.Version > afterVersion)) yield return entry;
    }

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => inner.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);

    public async Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken)
    {
        await BeforeReplacing();
        return await inner.ReplaceDocumentsAsync(documents, cancellationToken);
    }
}
