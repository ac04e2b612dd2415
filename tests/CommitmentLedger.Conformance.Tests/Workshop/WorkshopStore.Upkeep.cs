using System.Data.Common;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>What a store may do beside the five members.</summary>
internal partial class WorkshopStore : IStoreDoctor, IStoreRebuilder, IStoreScrubber, IStoreImporter, ITransactionalStore
{
    public virtual Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new DoctorReport(Data.IsHarmed ? [new DoctorFinding("index_missing", IsDanger: true, "An index is missing. Create it.")] : []));

    public virtual Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken) => Task.FromResult(Once(() => Rebuild(documents)));

    public Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken) => Task.FromResult(Once(() => Scrub(stream, versions)));

    public async Task<long> ImportAsync(IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long entries = 0;
        await foreach (StreamAppend stream in streams.WithCancellation(cancellationToken))
        {
            RequireWhole(stream);
            Once(() => Import(stream));
            entries += stream.Entries.Count;
        }

        return entries;
    }

    public virtual bool WritesAlone => false;

    public virtual ILedgerStore Within(DbTransaction transaction) => new WithinTransaction(Data, (WorkshopTransaction)transaction);

    protected virtual bool Rebuild(StreamDocuments documents)
    {
        if (!Data.Streams.TryGetValue(documents.Stream, out WorkshopStream? stream) || stream.Version != documents.Version) return false;
        stream.Documents.Clear();
        stream.Record = documents.Record;
        foreach (CommitmentDocument document in documents.Commitments) stream.Documents.Add(document.Commitment, document);
        return true;
    }

    protected virtual int Scrub(StreamKey key, ValueList<long> versions) =>
        Data.Streams.TryGetValue(key, out WorkshopStream? stream) ? versions.Count(version => Empty(stream, version)) : 0;

    protected virtual AppendResult Import(StreamAppend append) =>
        Data.Streams.ContainsKey(append.Stream) ? throw new InvalidOperationException("The stream exists already.") : Write(append);

    protected virtual void RequireWhole(StreamAppend stream)
    {
        if (stream.ExpectedVersion != 0) throw new ArgumentException("An import takes whole streams.", nameof(stream));
    }

    protected virtual StoredEntry Scrubbed(StoredEntry entry) => entry with { Body = ReadOnlyMemory<byte>.Empty };

    private bool Empty(WorkshopStream stream, long version)
    {
        if (!stream.Entries.TryGetValue(version, out StoredEntry? entry) || entry.Body.IsEmpty) return false;
        stream.Entries[version] = Scrubbed(entry);
        return true;
    }

    /// <summary>Appends that are written to what the transaction sees at once, and for everybody when it commits.</summary>
    private sealed class WithinTransaction(WorkshopData data, WorkshopTransaction transaction) : WorkshopStore(transaction.See(data))
    {
        private readonly WorkshopStore _forEverybody = new(data);

        protected override AppendResult Write(StreamAppend append)
        {
            transaction.Staged.Add(() => _forEverybody.Once(() => _forEverybody.Write(append)));
            return base.Write(append);
        }

        protected override void EnsureUsable()
        {
            if (transaction.HasEnded) throw new InvalidOperationException("The transaction has ended. Begin another.");
        }
    }
}
