namespace CommitmentLedger.Storage;

/// <summary>What a storage adapter gives. The core hands it clean input; it writes what it is given and understands none of it.</summary>
/// <remarks>
/// All members may be called from many threads at once. Apart from mistakes in their arguments, they may throw only <see cref="LedgerUnavailableException"/>,
/// <see cref="LedgerOutcomeUnknownException"/> (from <see cref="AppendAsync"/>) and <see cref="OperationCanceledException"/>.
/// The conformance kit checks every sentence below.
/// </remarks>
public interface ILedgerStore
{
    /// <summary>Loads a stream in one round trip, at one point in time.</summary>
    /// <returns>The stream, or null when nothing was ever written to it.</returns>
    ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken);

    /// <summary>Writes many independent appends and gives one result each, in the same order.</summary>
    /// <remarks>
    /// <para>Each append is all or nothing and is judged on its own, in the order of the list, so that a later one sees an earlier one of the same stream:</para>
    /// <list type="number">
    /// <item>The command wrote to this stream before, with the same content hash: <see cref="AppendResult.Replayed"/>, whatever the expected version.</item>
    /// <item>The command wrote to this stream before, with another content hash: <see cref="AppendResult.CommandIdReused"/>.</item>
    /// <item>The stream's version is not the expected one: <see cref="AppendResult.Conflict"/> with the actual version.</item>
    /// <item>Otherwise: <see cref="AppendResult.Appended"/>. Entries, record document, changed commitments and command became visible and durable together.</item>
    /// </list>
    /// <para>An empty list gives an empty list.</para>
    /// <para>Cancellation is obeyed before anything is written or not at all: no append is ever half written.</para>
    /// </remarks>
    /// <exception cref="LedgerUnavailableException">Nothing of the whole list was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">Appends of the list may or may not have been written, each wholly; repeating them with the same command ids is safe.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken);

    /// <summary>Reads the entries of one stream after a version, oldest first, and ends.</summary>
    IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the entries of all streams after a cursor, and ends. It never skips an entry, whatever is being written meanwhile, and
    /// keeps the order of each stream. It gives each entry once, unless it is started again from an earlier cursor. An entry may come
    /// into the feed a while after it was acknowledged, where a store has to wait for older transactions of others.
    /// </summary>
    /// <exception cref="ArgumentException">The cursor is none that this kind of store gives.</exception>
    IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken);

    /// <summary>Finds commitments across the customers of one tenant.</summary>
    IAsyncEnumerable<CommitmentDocument> FindAsync(CommitmentQuery query, CancellationToken cancellationToken);
}
