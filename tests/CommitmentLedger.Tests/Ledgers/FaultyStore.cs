using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>An honest store with a hook before and after each append, to lose requests and replies and to let others in between.</summary>
internal sealed class FaultyStore(ILedgerStore inner) : ILedgerStore
{
    public Func<IReadOnlyList<StreamAppend>, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    public Func<IReadOnlyList<StreamAppend>, Task> AfterAppend { get; set; } = _ => Task.CompletedTask;

    public int Appends { get; private set; }

    public int Loads { get; private set; }

    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        Loads++;
        return inner.LoadAsync(stream, scope, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        Appends++;
        await BeforeAppend(appends);
        IReadOnlyList<AppendResult> results = await inner.AppendAsync(appends, cancellationToken);
        await AfterAppend(appends);
        return results;
    }

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => inner.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<CommitmentDocument> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);
}
