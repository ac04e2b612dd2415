using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>A store that lets the marks of a reading wait until they are let go, so that a reading can be timed alone.</summary>
/// <remarks>A reading loads without looking for a command; the mark that follows it looks for its own, and that is where it is held.</remarks>
internal sealed class HeldMarks(ILedgerStore store) : ILedgerStore
{
    private TaskCompletionSource? _held;

    /// <summary>Holds the marks that begin from now on.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets all marks go on.</summary>
    public void LetGo() => Interlocked.Exchange(ref _held, null)?.SetResult();

    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        scope.Command is not null && _held is { } held ? LoadLaterAsync(held.Task, stream, scope, cancellationToken) : store.LoadAsync(stream, scope, cancellationToken);

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        store.AppendAsync(appends, cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        store.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => store.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => store.FindAsync(query, cancellationToken);

    private async ValueTask<StoredStream?> LoadLaterAsync(Task held, StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        await held;
        return await store.LoadAsync(stream, scope, cancellationToken);
    }
}
