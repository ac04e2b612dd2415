using CommitmentLedger.Storage;
using WritingAStore;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>A file that several processes may have open: each call reads what is new, and an append goes to the end.</summary>
/// <param name="path">The file.</param>
/// <param name="locksOthersOut">Whether other processes wait too. Otherwise only the instances of this one do, which is the fault.</param>
internal sealed class SharedFileStore(string path, bool locksOthersOut) : ILedgerStore
{
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly InMemoryLedgerStore _index = new();
    private long _read;

    public async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        await TakeTurnAsync(async _ => await _index.LoadAsync(stream, scope, cancellationToken), cancellationToken);

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        await TakeTurnAsync(async file => await AppendAsync(file, appends), cancellationToken);

    public async IAsyncEnumerable<StoredEntry> ReadHistoryAsync(
        StreamKey stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (StoredEntry entry in await TakeTurnAsync(async _ => await _index.ReadHistoryAsync(stream, afterVersion, default).ToListAsync(), cancellationToken)) yield return entry;
    }

    public async IAsyncEnumerable<FeedEntry> ReadFeedAsync(
        FeedCursor after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (FeedEntry entry in await TakeTurnAsync(async _ => await _index.ReadFeedAsync(after, default).ToListAsync(), cancellationToken)) yield return entry;
    }

    public async IAsyncEnumerable<FoundCommitment> FindAsync(
        CommitmentQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (FoundCommitment found in await TakeTurnAsync(async _ => await _index.FindAsync(query, default).ToListAsync(), cancellationToken)) yield return found;
    }

    private async Task<IReadOnlyList<AppendResult>> AppendAsync(FileStream file, IReadOnlyList<StreamAppend> appends)
    {
        IReadOnlyList<AppendResult> results = await _index.AppendAsync(appends, default);
        byte[] lines = [.. appends.Where((_, number) => results[number] is AppendResult.Appended).SelectMany(append => (byte[])[.. AppendRecord.Write(append), (byte)'\n'])];

        // Time for another process to read the same file, if nothing keeps it out.
        if (!locksOthersOut) await Task.Delay(5);
        file.Position = file.Length;
        file.Write(lines);
        file.Flush(flushToDisk: true);
        _read = file.Position;
        return results;
    }

    private async Task<T> TakeTurnAsync<T>(Func<FileStream, Task<T>> call, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            using FileStream file = await OpenAsync(cancellationToken);
            await RefreshAsync(file);
            return await call(file);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, locksOthersOut ? FileShare.None : FileShare.ReadWrite);
            }
            catch (IOException)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
    }

    /// <summary>Takes in the lines that are whole; what comes after the last line break is unfinished.</summary>
    private async Task RefreshAsync(FileStream file)
    {
        file.Position = _read;
        byte[] bytes = new byte[file.Length - _read];
        file.ReadExactly(bytes);
        for (int start = 0, end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            await _index.AppendAsync([AppendRecord.Read(bytes[start..end])], default);
            _read += end + 1 - start;
        }
    }
}
