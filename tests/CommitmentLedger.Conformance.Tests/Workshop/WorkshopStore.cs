using System.Globalization;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>An honest store in memory whose every step can be overridden. Each broken store overrides one.</summary>
internal partial class WorkshopStore(WorkshopData data) : ILedgerStore
{
    private long _roundTrips;

    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    protected WorkshopData Data => data;

    /// <summary>What happens when the store is opened. A damaged disk is left as it is.</summary>
    public virtual void Recover()
    {
        if (Data.Damaged is { } place) throw new LedgerUnavailableException($"The block of entry {place.Version} is damaged. Restore it from a copy.");
    }

    public virtual ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Once(() => Load(stream, scope)));
    }

    public virtual ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Once(() => AppendAll(appends)));
    }

    public virtual IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        GiveAsync(() => History(stream, afterVersion), cancellationToken);

    public virtual IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => GiveAsync(() => Feed(after), cancellationToken);

    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => GiveAsync(() => Find(query).Select(Found), cancellationToken);

    protected virtual StoredStream? Load(StreamKey key, LoadScope scope)
    {
        if (!Data.Streams.TryGetValue(key, out WorkshopStream? stream)) return null;
        CommitmentDocument[] documents = [.. stream.Documents.Values.Where(document => document.IsOpen || scope.Closed.Contains(document.Commitment))];
        return new StoredStream(stream.Identity, stream.Version, stream.Head, stream.Record, documents, scope.Command is { } command ? stream.Commands.GetValueOrDefault(command) : null);
    }

    protected virtual IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) => [.. appends.Select(Append)];

    protected virtual AppendResult Append(StreamAppend append) => Judge(append) ?? Write(append);

    /// <summary>Why an append is not written; null when it is.</summary>
    protected virtual AppendResult? Judge(StreamAppend append)
    {
        WorkshopStream? stream = Data.Streams.GetValueOrDefault(append.Stream);
        if (stream?.Commands.GetValueOrDefault(append.Command) is { } before)
            return before.ContentHash == append.ContentHash ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion) : new AppendResult.CommandIdReused();
        long version = stream?.Version ?? 0;
        if (version != append.ExpectedVersion || (stream is not null && IsFork(append, stream.Head))) return new AppendResult.Conflict(version);
        return append.MustBeNew.Any(commitment => IsThere(append, commitment)) ? new AppendResult.CommitmentExists() : null;
    }

    protected virtual bool IsFork(StreamAppend append, Digest head) => append.ExpectedHead is { } expected && expected != head;

    protected virtual bool IsThere(StreamAppend append, CommitmentId commitment) =>
        Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream) && stream.Documents.ContainsKey(commitment);

    protected virtual AppendResult Write(StreamAppend append)
    {
        WorkshopStream stream = Data.Stream(append.Stream);
        stream.Identity = IdentityOf(stream, append);
        foreach (StoredEntry entry in append.Entries)
        {
            stream.Entries[entry.Version] = entry;
            Data.Feed.Add((append.Tenant, append.Stream, entry.Version));
        }

        (stream.Version, stream.Head, stream.Record) = (append.ExpectedVersion + append.Entries.Count, append.Head, append.Record);
        stream.Commands[append.Command] = new StoredCommand(append.ContentHash, append.ExpectedVersion + 1, stream.Version);
        foreach (CommitmentDocument document in append.Changed) stream.Documents[document.Commitment] = document;
        return new AppendResult.Appended(stream.Version);
    }

    /// <summary>The identity that a stream has after an append.</summary>
    protected virtual StreamIdentity IdentityOf(WorkshopStream stream, StreamAppend append) => stream.Version == 0 ? append.Identity : stream.Identity;

    protected virtual IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        Data.Streams.TryGetValue(key, out WorkshopStream? stream) ? stream.Entries.Values.Where(entry => entry.Version > afterVersion) : [];

    protected virtual IEnumerable<FeedEntry> Feed(FeedCursor after) => FeedFrom(Position(after));

    protected virtual IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => query.Answer(AllDocuments());

    protected virtual FoundCommitment Found(CommitmentDocument document) => new(document, Data.Streams[document.Stream].Identity);

    protected virtual StreamIdentity FedIdentity(StreamKey stream) => Data.Streams[stream].Identity;

    protected static int Position(FeedCursor cursor) =>
        cursor.ToString().Length == 0 ? 0
        : int.TryParse(cursor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int position) ? position
        : throw new ArgumentException("This is no cursor of the workshop.", nameof(cursor));

    protected IEnumerable<FeedEntry> FeedFrom(int position)
    {
        for (int place = position; place < Data.Feed.Count; place++)
        {
            (TenantKey tenant, StreamKey stream, long version) = Data.Feed[place];
            if (Data.Streams[stream].Entries.TryGetValue(version, out StoredEntry? entry))
                yield return new FeedEntry(new FeedCursor((place + 1).ToString(CultureInfo.InvariantCulture)), tenant, stream, FedIdentity(stream), entry);
        }
    }

    protected IEnumerable<CommitmentDocument> AllDocuments() => Data.Streams.Values.SelectMany(stream => stream.Documents.Values);

    /// <summary>One call of the engine, at one point in time.</summary>
    protected T Once<T>(Func<T> call)
    {
        EnsureUsable();
        Interlocked.Increment(ref _roundTrips);
        lock (Data.Lock) return call();
    }

    /// <summary>Throws where calling the store is a mistake.</summary>
    protected virtual void EnsureUsable()
    {
    }

    private async IAsyncEnumerable<T> GiveAsync<T>(Func<IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (T item in Once<T[]>(() => [.. read()]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
