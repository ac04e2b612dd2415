using CommitmentLedger.Engine;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>A store in which some of what was written cannot be read, as when a newer version of the library wrote it.</summary>
internal sealed class SpoiltStore(ILedgerStore inner) : ILedgerStore
{
    private static readonly byte[] Unknown = """{"type":"teleported","to":"asha"}"""u8.ToArray();

    public HashSet<CommitmentId> Documents { get; } = [];

    public HashSet<long> Entries { get; } = [];

    public bool Records { get; set; }

    public async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        await inner.LoadAsync(stream, scope, cancellationToken) is { } stored
            ? stored with { Commitments = [.. stored.Commitments.Select(Spoil)], Record = Records ? Unknown : stored.Record }
            : null;

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        inner.AppendAsync(appends, cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(stream, afterVersion, cancellationToken).Select(Spoil);

    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) =>
        inner.ReadFeedAsync(after, cancellationToken).Select(told => told with { Entry = ReferenceSource.Wrote(told.Entry) ? told.Entry : Spoil(told.Entry) });

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) =>
        inner.FindAsync(query, cancellationToken).Select(found => found with { Document = Spoil(found.Document) });

    private CommitmentDocument Spoil(CommitmentDocument document) => Documents.Contains(document.Commitment) ? document with { State = Unknown } : document;

    private StoredEntry Spoil(StoredEntry entry) => Entries.Contains(entry.Version) ? entry with { Body = Unknown } : entry;
}
