using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>The five operations of the contract, on connections from wherever they come: the store's own, or a transaction of the caller's.</summary>
internal sealed class LedgerOperations(IConnections connections) : ILedgerStore
{
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        connections.LookAsync(connection => StreamLoader.Load(connection, stream, scope), cancellationToken);

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        return appends.Count == 0
            ? ValueTask.FromResult<IReadOnlyList<AppendResult>>([])
            : connections.WriteAsync(AppendAll, cancellationToken);

        IReadOnlyList<AppendResult> AppendAll(Connection connection)
        {
            var results = new AppendResult[appends.Count];
            for (int index = 0; index < results.Length; index++) results[index] = Appender.Append(connection, appends[index]);
            return results;
        }
    }

    public async IAsyncEnumerable<StoredEntry> ReadHistoryAsync(
        StreamKey stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            long after = afterVersion;
            (List<StoredEntry> page, bool isLast) = await connections.ReadAsync(
                connection => HistoryReader.Page(connection, stream, after), cancellationToken).ConfigureAwait(false);
            foreach (StoredEntry entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            if (isLast) yield break;
            afterVersion = page[^1].Version;
        }
    }

    public async IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The end is fixed at the beginning, so that reading ends however fast others write.
        var start = FeedPosition.Of(after);
        long end = await connections.ReadAsync(connection => FeedReader.End(connection, start), cancellationToken).ConfigureAwait(false);
        for (long position = start.Position; position < end;)
        {
            long from = position;
            List<FeedEntry> page = await connections.ReadAsync(
                connection => FeedReader.Page(connection, from, end), cancellationToken).ConfigureAwait(false);
            foreach (FeedEntry entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            if (page.Count == 0) yield break;
            position = FeedPosition.Of(page[^1].Cursor).Position;
        }
    }

    public async IAsyncEnumerable<FoundCommitment> FindAsync(
        CommitmentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FindPosition? after = query.After;
        for (int left = query.Limit; left > 0;)
        {
            (FindPosition? from, int limit) = (after, left);
            List<FoundCommitment> page = await connections.ReadAsync(
                connection => CommitmentFinder.Page(connection, query, from, limit), cancellationToken).ConfigureAwait(false);
            foreach (FoundCommitment document in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return document;
            }

            if (page.Count == 0) yield break;
            after = FindPosition.Of(page[^1].Document);
            left -= page.Count;
        }
    }
}
