using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>Verifies the streams of one tenant against their entries, and makes their documents anew from them.</summary>
internal sealed class Inspector(ILedgerStore store, TenantId tenant)
{
    private const int MaxAttempts = 20;
    private const int StreamsBetweenReports = 1_000;

    /// <summary>Verifies the entries of a stream, its end and its documents.</summary>
    public Task<Verification> VerifyAsync(StreamKey stream, CancellationToken cancellationToken) =>
        InspectAsync(stream, static (_, _) => Task.FromResult(true), Compare, cancellationToken);

    /// <summary>Replaces the documents of a stream whose entries are sound and have their bodies; any other is left as it is.</summary>
    /// <exception cref="NotSupportedException">The store cannot replace documents.</exception>
    public Task<Verification> RebuildAsync(StreamKey stream, CancellationToken cancellationToken)
    {
        if (store is not IStoreRebuilder rebuilder)
            throw new NotSupportedException("The ledger's store does not implement IStoreRebuilder, so its documents cannot be made anew. Use a store that does.");
        return InspectAsync(stream, (replay, token) => ReplaceAsync(rebuilder, stream, replay, token), static (_, _) => null, cancellationToken);
    }

    /// <summary>Does the same to every stream of a share, several at once, and adds up.</summary>
    public async Task<Verification> EachAsync(
        LedgerShare share, Func<StreamKey, CancellationToken, Task<Verification>> inspect, IProgress<Verification>? progress, CancellationToken cancellationToken)
    {
        var turn = new Lock();
        var sum = new Verification();
        await Parallel.ForEachAsync(StreamsAsync(share, cancellationToken), cancellationToken, async (stream, token) =>
        {
            Verification one = await inspect(stream, token).ConfigureAwait(false);
            lock (turn)
            {
                sum = sum.Add(one);
                if (sum.Streams % StreamsBetweenReports == 0) progress?.Report(sum);
            }
        }).ConfigureAwait(false);
        progress?.Report(sum);
        return sum;
    }

    /// <summary>Every stream that has an entry in the feed, once. Takes about 50 bytes of memory for each.</summary>
    private async IAsyncEnumerable<StreamKey> StreamsAsync(LedgerShare share, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = TenantKey.For(tenant);
        var seen = new HashSet<StreamKey>();
        await foreach (FeedEntry entry in store.ReadFeedAsync(FeedCursor.Beginning, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Tenant == key && share.Holds(entry.Stream) && seen.Add(entry.Stream)) yield return entry.Stream;
        }
    }

    private async Task<Verification> InspectAsync(
        StreamKey stream,
        Func<StreamReplay, CancellationToken, Task<bool>> finish,
        Func<StreamReplay, StoredStream, Discrepancy?> compare,
        CancellationToken cancellationToken)
    {
        var replay = new StreamReplay(stream);
        for (int attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            (Discrepancy? found, bool isAtEnd) = await CatchUpAsync(stream, replay, compare, cancellationToken).ConfigureAwait(false);
            if (found is not null || (isAtEnd && await finish(replay, cancellationToken).ConfigureAwait(false))) return Outcome(replay, found);
        }

        throw new LedgerUnavailableException("The customer's record is being written to all the time. Verify it again when it is quieter; nothing was changed.");
    }

    /// <summary>Reads what the replay does not have yet, then looks whether the stream ends where the replay does.</summary>
    private async Task<(Discrepancy? Found, bool IsAtEnd)> CatchUpAsync(
        StreamKey stream, StreamReplay replay, Func<StreamReplay, StoredStream, Discrepancy?> compare, CancellationToken cancellationToken)
    {
        long before = replay.Version;
        await foreach (StoredEntry entry in store.ReadHistoryAsync(stream, before, cancellationToken).ConfigureAwait(false))
        {
            if (replay.Take(entry) is { } wrong) return (wrong, IsAtEnd: true);
        }

        ValueList<CommitmentId> commitments = replay.Record is { } record ? [.. record.Commitments.Select(commitment => commitment.Id)] : [];
        StoredStream? stored = await store.LoadAsync(stream, new LoadScope(commitments, Command: null), cancellationToken).ConfigureAwait(false);
        if (stored is null && replay.Version == 0) return (Found: null, IsAtEnd: true);
        if (stored is null || stored.Version < replay.Version)
            return (replay.Wrong("head_changed", replay.Version, "The stream's row knows fewer entries than there are. Compare it with a backup."), IsAtEnd: true);
        if (stored.Version > replay.Version)
        {
            // Either something was written since, which the next attempt reads, or the end is gone.
            bool isGone = replay.Version == before;
            return (isGone ? replay.Wrong("end_missing", replay.Version + 1, "The last entries are not there. Restore them from a backup.") : null, isGone);
        }

        if (stored.Head != replay.Head)
            return (replay.Wrong("head_changed", replay.Version, "The hash chain does not end at the head that was stored. Compare the stream with a backup."), IsAtEnd: true);
        return (compare(replay, stored), IsAtEnd: true);
    }

    private Discrepancy? Compare(StreamReplay replay, StoredStream stored)
    {
        if (replay.Record is not { } record) return null;
        const string Mend = "Rebuild the customer's documents.";
        if (!IsRecordOf(record, stored)) return replay.Wrong("record_differs", version: null, $"The record is not what the entries add up to. {Mend}");
        var documents = stored.Commitments.ToDictionary(document => document.Commitment);
        foreach (Commitment commitment in record.Commitments)
        {
            if (!documents.Remove(commitment.Id, out CommitmentDocument? document))
                return replay.Wrong("document_missing", version: null, $"The document of a commitment is not there. {Mend}", commitment.Id);
            if (!IsDocumentOf(commitment, document))
                return replay.Wrong("document_differs", version: null, $"The document of a commitment is not what the entries add up to. {Mend}", commitment.Id);
        }

        return documents.Keys.Cast<CommitmentId?>().FirstOrDefault() is { } unknown
            ? replay.Wrong("document_unknown", version: null, $"There is a document of a commitment that no entry made. {Mend}", unknown)
            : null;
    }

    private static bool IsRecordOf(CustomerRecord record, StoredStream stored)
    {
        try
        {
            return LedgerCodec.Decode(record.Customer, stored with { Commitments = [] }).History == record.History;
        }
        catch (LedgerDataException)
        {
            return false;
        }
    }

    private bool IsDocumentOf(Commitment commitment, CommitmentDocument stored)
    {
        CommitmentDocument derived = LedgerCodec.Encode(commitment, stored.Stream, tenant);
        if (derived with { State = stored.State } != stored) return false;
        if (derived.State.Span.SequenceEqual(stored.State.Span)) return true;
        try
        {
            // An older form of the document may say the same in other bytes.
            return LedgerCodec.Decode(stored) == commitment;
        }
        catch (LedgerDataException)
        {
            return false;
        }
    }

    private async Task<bool> ReplaceAsync(IStoreRebuilder rebuilder, StreamKey stream, StreamReplay replay, CancellationToken cancellationToken)
    {
        if (replay.Record is not { } record) return true;
        CommitmentDocument[] documents = [.. record.Commitments.Select(commitment => LedgerCodec.Encode(commitment, stream, tenant))];
        return await rebuilder.ReplaceDocumentsAsync(new StreamDocuments(stream, replay.Version, LedgerCodec.EncodeRecord(record), documents), cancellationToken)
            .ConfigureAwait(false);
    }

    private static Verification Outcome(StreamReplay replay, Discrepancy? found) => new()
    {
        Streams = replay.Version > 0 || found is not null ? 1 : 0,
        Entries = replay.Version,
        Scrubbed = replay.Scrubbed,
        Unsound = found is null ? 0 : 1,
        Discrepancies = found is null ? [] : [found],
    };
}
