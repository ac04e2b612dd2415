using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>A store in which a newer version of the library has written what this one does not know.</summary>
internal sealed class NewerStore(ILedgerStore inner) : ILedgerStore
{
    private static readonly byte[] Unknown = """{"type":"teleported","to":"asha"}"""u8.ToArray();

    public async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        await inner.LoadAsync(stream, scope, cancellationToken) is { } stored
            ? stored with { Commitments = [.. stored.Commitments.Select(document => document with { State = Unknown })] }
            : null;

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        inner.AppendAsync(appends, cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(stream, afterVersion, cancellationToken).Select(entry => entry with { Body = Unknown });

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => inner.ReadFeedAsync(after, cancellationToken);

    public IAsyncEnumerable<CommitmentDocument> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);
}
