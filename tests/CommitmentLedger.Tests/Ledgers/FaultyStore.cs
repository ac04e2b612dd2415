using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>An honest store with a hook before and after each append, to lose requests and replies and to let others in between.</summary>
internal sealed class FaultyStore(ILedgerStore inner) : ILedgerStore
{
    /// <summary>The store that answers now; another one is as if an older copy had been put back.</summary>
    public ILedgerStore Inner { get; set; } = inner;

    public Func<IReadOnlyList<StreamAppend>, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    public Func<IReadOnlyList<StreamAppend>, Task> AfterAppend { get; set; } = _ => Task.CompletedTask;

    public int Appends { get; private set; }

    public int Loads { get; private set; }

    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        Loads++;
        return Inner.LoadAsync(stream, scope, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        Appends++;
        await BeforeAppend(appends);
        IReadOnlyList<AppendResult> results = await Inner.AppendAsync(appends, cancellationToken);
        await AfterAppend(appends);
        return results;
    }

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        Inner.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => Inner.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => Inner.FindAsync(query, cancellationToken);
}
