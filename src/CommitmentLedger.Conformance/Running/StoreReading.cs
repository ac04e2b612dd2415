using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What checks ask of a store again and again, in one word each.</summary>
internal static class StoreReading
{
    public static async Task<AppendResult> AppendOneAsync(this ILedgerStore store, StreamAppend append, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendResult> results = await store.AppendAsync([append], cancellationToken).ConfigureAwait(false);
        return results.Count == 1 ? results[0] : throw new InvalidOperationException($"AppendAsync gave {results.Count} results for a list of one.");
    }

    public static Task<List<StoredEntry>> HistoryAsync(this ILedgerStore store, StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        ListAsync(store.ReadHistoryAsync(stream, afterVersion, cancellationToken));

    public static Task<List<FeedEntry>> FeedAsync(this ILedgerStore store, FeedCursor after, CancellationToken cancellationToken) =>
        ListAsync(store.ReadFeedAsync(after, cancellationToken));

    public static async Task<List<CommitmentDocument>> FindAllAsync(this ILedgerStore store, CommitmentQuery query, CancellationToken cancellationToken) =>
        (await ListAsync(store.FindAsync(query, cancellationToken)).ConfigureAwait(false)).ConvertAll(found => found.Document);

    /// <summary>The first elements only: a reader who stops early.</summary>
    public static async Task<List<T>> TakeAsync<T>(IAsyncEnumerable<T> source, int count)
    {
        var taken = new List<T>();
        if (count == 0) return taken;
        await foreach (T item in source.ConfigureAwait(false))
        {
            taken.Add(item);
            if (taken.Count == count) break;
        }

        return taken;
    }

    public static Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> source) => TakeAsync(source, int.MaxValue);
}
