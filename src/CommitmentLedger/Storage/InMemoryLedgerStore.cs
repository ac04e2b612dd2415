using System.Globalization;
using System.Runtime.CompilerServices;

namespace CommitmentLedger.Storage;

/// <summary>A store that forgets everything when the process ends: for tests, and as the shortest complete example of the contract.</summary>
/// <remarks>One lock around everything makes each member happen at one point in time.</remarks>
public sealed class InMemoryLedgerStore : ILedgerStore, IStoreRebuilder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamKey, Stream> _streams = [];
    private readonly List<FeedEntry> _feed = [];

    /// <inheritdoc/>
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_streams.TryGetValue(stream, out Stream? found)) return ValueTask.FromResult<StoredStream?>(null);
            List<CommitmentDocument> documents = [.. found.Open.Values];
            foreach (CommitmentId id in scope.Closed.Distinct())
            {
                if (found.Closed.TryGetValue(id, out CommitmentDocument? closed)) documents.Add(closed);
            }

            StoredCommand? command = scope.Command is { } sought ? found.Commands.GetValueOrDefault(sought) : null;
            return ValueTask.FromResult<StoredStream?>(new StoredStream(found.Identity, found.Version, found.Head, found.Record, documents, command));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<AppendResult>>([.. appends.Select(Append)]);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEntry> ReadHistoryAsync(
        StreamKey stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (StoredEntry entry in Snapshot(() => _streams.TryGetValue(stream, out Stream? found) ? found.Entries : []))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Version > afterVersion) yield return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (!int.TryParse("0" + after, NumberStyles.None, CultureInfo.InvariantCulture, out int position))
            throw new ArgumentException("This cursor is none that this store gave. Begin again from FeedCursor.Beginning.", nameof(after));
        foreach (FeedEntry entry in Snapshot(() => position <= _feed.Count ? _feed.Skip(position) : throw new LedgerUnavailableException(
            "The cursor lies beyond the end of what this store keeps: another store gave it. Begin again from FeedCursor.Beginning.")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundCommitment> FindAsync(
        CommitmentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (FoundCommitment found in Snapshot(() => query.Answer(_streams.Values.SelectMany(stream => stream.Open.Values.Concat(stream.Closed.Values)))
            .Select(document => new FoundCommitment(document, _streams[document.Stream].Identity))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return found;
        }
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_streams.TryGetValue(documents.Stream, out Stream? stream) || stream.Version != documents.Version) return Task.FromResult(false);
            stream.Record = documents.Record;
            stream.Open.Clear();
            stream.Closed.Clear();
            foreach (CommitmentDocument document in documents.Commitments) stream.Put(document);
            return Task.FromResult(true);
        }
    }

    private AppendResult Append(StreamAppend append)
    {
        Stream stream = _streams.GetValueOrDefault(append.Stream) ?? new Stream(append.Identity);
        if (stream.Commands.TryGetValue(append.Command, out StoredCommand? before))
        {
            return before.ContentHash == append.ContentHash
                ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion)
                : new AppendResult.CommandIdReused();
        }

        bool isFork = stream.Version > 0 && append.ExpectedHead is { } head && head != stream.Head;
        if (stream.Version != append.ExpectedVersion || isFork) return new AppendResult.Conflict(stream.Version);
        if (append.MustBeNew.Any(stream.Has)) return new AppendResult.CommitmentExists();

        stream.Entries.AddRange(append.Entries);
        stream.Commands.Add(append.Command, new StoredCommand(append.ContentHash, append.ExpectedVersion + 1, stream.Version));
        stream.Head = append.Head;
        stream.Record = append.Record;
        foreach (CommitmentDocument document in append.Changed) stream.Put(document);
        _streams[append.Stream] = stream;
        foreach (StoredEntry entry in append.Entries)
        {
            var cursor = new FeedCursor((_feed.Count + 1).ToString(CultureInfo.InvariantCulture));
            _feed.Add(new FeedEntry(cursor, append.Tenant, append.Stream, stream.Identity, entry));
        }

        return new AppendResult.Appended(stream.Version);
    }

    private T[] Snapshot<T>(Func<IEnumerable<T>> read)
    {
        lock (_lock)
        {
            return [.. read()];
        }
    }

    private sealed class Stream(StreamIdentity identity)
    {
        public StreamIdentity Identity => identity;

        public List<StoredEntry> Entries { get; } = [];

        public Dictionary<CommandId, StoredCommand> Commands { get; } = [];

        public Dictionary<CommitmentId, CommitmentDocument> Open { get; } = [];

        public Dictionary<CommitmentId, CommitmentDocument> Closed { get; } = [];

        public bool Has(CommitmentId commitment) => Open.ContainsKey(commitment) || Closed.ContainsKey(commitment);

        public Digest Head { get; set; }

        public ReadOnlyMemory<byte> Record { get; set; }

        public long Version => Entries.Count;

        public void Put(CommitmentDocument document)
        {
            (document.IsOpen ? Closed : Open).Remove(document.Commitment);
            (document.IsOpen ? Open : Closed)[document.Commitment] = document;
        }
    }
}
