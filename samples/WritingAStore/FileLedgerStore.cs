using System.Runtime.CompilerServices;
using CommitmentLedger;
using CommitmentLedger.Storage;

namespace WritingAStore;

/// <summary>A ledger in one append-only file, with the in-memory store as its index. One turn at a time makes each call happen at one point.</summary>
public sealed class FileLedgerStore : ILedgerStore, IDisposable
{
    #region WritingAStore_Open
    private readonly SemaphoreSlim _turn = new(1);
    private readonly InMemoryLedgerStore _index = new();
    private readonly AppendLog _log;
    private bool _isBroken;

    private FileLedgerStore(string path) => _log = new AppendLog(path);

    public static async Task<FileLedgerStore> OpenAsync(string path)
    {
        var store = new FileLedgerStore(path);
        try
        {
            foreach (StreamAppend append in store._log.ReadAll()) await store._index.AppendAsync([append], CancellationToken.None);
            return store;
        }
        catch (LedgerUnavailableException)
        {
            store.Dispose();
            throw;
        }
    }
    #endregion

    #region WritingAStore_Append
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) => TakeTurnAsync(async () =>
    {
        // From here on nobody can cancel: the index answers, and whatever it took in goes to the disk before anyone else's turn.
        IReadOnlyList<AppendResult> results = await _index.AppendAsync(appends, CancellationToken.None);
        try
        {
            _log.Write(appends.Where((_, number) => results[number] is AppendResult.Appended));
            return results;
        }
        catch (IOException problem)
        {
            _isBroken = true;
            throw new LedgerOutcomeUnknownException("The disk failed while the file was written. Open the store again and repeat the command.", problem);
        }
    }, cancellationToken);
    #endregion

    #region WritingAStore_Reads
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        TakeTurnAsync(async () => await _index.LoadAsync(stream, scope, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        SnapshotAsync(_index.ReadHistoryAsync(stream, afterVersion, cancellationToken), cancellationToken);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) =>
        SnapshotAsync(_index.ReadFeedAsync(after, cancellationToken), cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        SnapshotAsync(_index.FindAsync(query, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<T> SnapshotAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (T item in await TakeTurnAsync(async () => await source.ToListAsync(cancellationToken), cancellationToken)) yield return item;
    }
    #endregion

    #region WritingAStore_Turn
    private async ValueTask<T> TakeTurnAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(!_log.IsOpen, this);
            if (_isBroken) throw new LedgerUnavailableException("The disk failed earlier, and the file may hold less than the memory. Open the store again.");
            return await call();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _log.Dispose();
    #endregion
}
