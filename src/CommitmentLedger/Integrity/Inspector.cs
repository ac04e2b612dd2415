using System.Runtime.CompilerServices;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>Verifies the streams of one tenant against their entries, and makes their documents anew from them.</summary>
internal sealed class Inspector(ILedgerStore store, KeyRing keys, TenantId tenant)
{
    private const int MaxAttempts = 100;
    private const int StreamsBetweenReports = 1_000;

    /// <summary>
    /// What is done with a stream whose entries are sound up to where it was loaded; null to load it again. <c>asked</c> tells how many of
    /// the replay's commitments, from the first on, were asked for by their ids.
    /// </summary>
    private delegate Task<Verification?> Finish(StreamReplay replay, StoredStream stored, int asked, CancellationToken cancellationToken);

    /// <summary>Verifies the entries of a customer, their end and the documents.</summary>
    public Task<Verification> VerifyAsync(CustomerId customer, CancellationToken cancellationToken) => VerifyAsync(keys.StreamOf(tenant, customer), cancellationToken);

    /// <summary>Replaces the documents of a customer whose entries are sound.</summary>
    public Task<Verification> RebuildAsync(CustomerId customer, CancellationToken cancellationToken) => RebuildAsync(keys.StreamOf(tenant, customer), cancellationToken);

    /// <summary>Verifies the entries of a stream, its end and its documents.</summary>
    public Task<Verification> VerifyAsync(StreamKey stream, CancellationToken cancellationToken) => InspectAsync(stream, CompareAsync, cancellationToken);

    /// <summary>Replaces the documents of a stream whose entries are sound by what those say that still have their bodies.</summary>
    /// <exception cref="NotSupportedException">The store cannot replace documents.</exception>
    public Task<Verification> RebuildAsync(StreamKey stream, CancellationToken cancellationToken)
    {
        if (store is not IStoreRebuilder rebuilder)
            throw new NotSupportedException("The ledger's store does not implement IStoreRebuilder, so its documents cannot be made anew. Use a store that does.");
        return InspectAsync(stream, (replay, stored, _, token) => ReplaceAsync(rebuilder, stream, replay, keys.SealOf(stored.Identity), token), cancellationToken);
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
        TenantKey key = keys.KeyOf(tenant);
        var seen = new HashSet<StreamKey>();
        await foreach (FeedEntry entry in store.ReadFeedAsync(FeedCursor.Beginning, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Tenant == key && share.Holds(entry.Stream) && seen.Add(entry.Stream)) yield return entry.Stream;
        }
    }

    /// <summary>Reads the entries to their end, loads the stream, and reads on to where it was then, so that writers do not keep it from ending.</summary>
    private async Task<Verification> InspectAsync(StreamKey stream, Finish finish, CancellationToken cancellationToken)
    {
        StoredStream? begun = await store.LoadAsync(stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
        StreamSeal? seal = begun is null ? null : keys.SealOrNull(begun.Identity);
        var replay = new StreamReplay(stream, begun?.Identity.Id ?? default, seal);
        Discrepancy? found = await ReadOnAsync(stream, replay, long.MaxValue, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; found is null && attempt <= MaxAttempts; attempt++)
        {
            ValueList<CommitmentId> asked = replay.Record is { } record ? [.. record.Commitments.Select(commitment => commitment.Id)] : [];
            StoredStream? stored = await store.LoadAsync(stream, new LoadScope(asked, Command: null), cancellationToken).ConfigureAwait(false);
            if (stored is null) return Outcome(replay, replay.Version == 0 ? null : KnowsTooFew(replay));
            found = await CatchUpAsync(stream, replay, stored, cancellationToken).ConfigureAwait(false);
            if (found is null && seal is null)
                found = replay.Wrong("key_damaged", 1, "The key of the stream cannot be unwrapped, so that its entries stand and cannot be read. Restore the stream's row from a backup.");
            if (found is null && await finish(replay, stored, asked.Count, cancellationToken).ConfigureAwait(false) is { } finished) return finished;
        }

        return found is not null
            ? Outcome(replay, found)
            : throw new LedgerUnavailableException("The customer's record changes faster than it is read. Do it again when it is quieter; nothing was changed.");
    }

    /// <summary>Takes what the replay does not have yet, up to a version or to the end, and says what is wrong with it.</summary>
    private async Task<Discrepancy?> ReadOnAsync(StreamKey stream, StreamReplay replay, long version, CancellationToken cancellationToken)
    {
        await foreach (StoredEntry entry in store.ReadHistoryAsync(stream, replay.Version, cancellationToken).ConfigureAwait(false))
        {
            if (replay.Take(entry) is { } wrong) return wrong;
            if (replay.Version == version) break;
        }

        return null;
    }

    /// <summary>Reads on to where the stream was when it was loaded, and says what is wrong with its end.</summary>
    private async Task<Discrepancy?> CatchUpAsync(StreamKey stream, StreamReplay replay, StoredStream stored, CancellationToken cancellationToken)
    {
        if (stored.Version < replay.Version) return KnowsTooFew(replay);
        if (stored.Version > replay.Version && await ReadOnAsync(stream, replay, stored.Version, cancellationToken).ConfigureAwait(false) is { } wrong)
            return wrong;
        if (stored.Version > replay.Version)
            return replay.Wrong("end_missing", replay.Version + 1, "The last entries are not there. Restore them from a backup.");
        return stored.Head == replay.Head
            ? null
            : replay.Wrong("head_changed", replay.Version, "The hash chain does not end at the head that was stored. Compare the stream with a backup.");
    }

    private static Discrepancy KnowsTooFew(StreamReplay replay) =>
        replay.Wrong("head_changed", replay.Version, "The stream's row knows fewer entries than there are. Compare it with a backup.");

    private Task<Verification?> CompareAsync(StreamReplay replay, StoredStream stored, int asked, CancellationToken cancellationToken)
    {
        // A commitment that was made and closed after the ids were taken is not among the documents that were loaded.
        bool isAllLoaded = replay.Record is not { } record || record.Commitments.Skip(asked).All(commitment => commitment.IsOpen);
        return Task.FromResult(isAllLoaded ? Outcome(replay, Compare(replay, stored)) : null);
    }

    private Discrepancy? Compare(StreamReplay replay, StoredStream stored)
    {
        if (replay.Record is not { } record) return null;
        const string Mend = "Rebuild the customer's documents.";
        StreamSeal seal = keys.SealOf(stored.Identity);
        if (!IsRecordOf(record, stored, seal)) return replay.Wrong("record_differs", version: null, $"The record is not what the entries add up to. {Mend}");
        var documents = stored.Commitments.ToDictionary(document => document.Commitment);
        foreach (Commitment commitment in record.Commitments)
        {
            if (!documents.Remove(commitment.Id, out CommitmentDocument? document))
                return replay.Wrong("document_missing", version: null, $"The document of a commitment is not there. {Mend}", commitment.Id);
            if (!IsDocumentOf(commitment, document, seal))
                return replay.Wrong("document_differs", version: null, $"The document of a commitment is not what the entries add up to. {Mend}", commitment.Id);
        }

        return documents.Keys.Cast<CommitmentId?>().FirstOrDefault() is { } unknown
            ? replay.Wrong("document_unknown", version: null, $"There is a document of a commitment that no entry made. {Mend}", unknown)
            : null;
    }

    private static bool IsRecordOf(CustomerRecord record, StoredStream stored, StreamSeal seal)
    {
        try
        {
            return LedgerCodec.Decode(record.Customer, stored with { Commitments = [] }, seal).History == record.History;
        }
        catch (LedgerDataException)
        {
            return false;
        }
    }

    private bool IsDocumentOf(Commitment commitment, CommitmentDocument stored, StreamSeal seal)
    {
        CommitmentDocument derived = LedgerCodec.Encode(commitment, new StreamPlace(keys, tenant, stored.Stream), seal);
        if (derived with { State = stored.State } != stored) return false;
        if (derived.State.Span.SequenceEqual(stored.State.Span)) return true;
        try
        {
            // An older form of the document, or another nonce, may say the same in other bytes.
            return LedgerCodec.Decode(stored, seal) == commitment;
        }
        catch (LedgerDataException)
        {
            return false;
        }
    }

    private async Task<Verification?> ReplaceAsync(IStoreRebuilder rebuilder, StreamKey stream, StreamReplay replay, StreamSeal seal, CancellationToken cancellationToken)
    {
        if (replay.Remaining is not { } record) return Outcome(replay, found: null);
        var place = new StreamPlace(keys, tenant, stream);
        CommitmentDocument[] documents = [.. record.Commitments.Select(commitment => LedgerCodec.Encode(commitment, place, seal))];
        var anew = new StreamDocuments(stream, replay.Version, LedgerCodec.EncodeRecord(record, seal), documents);
        return await rebuilder.ReplaceDocumentsAsync(anew, cancellationToken).ConfigureAwait(false) ? Outcome(replay, found: null) : null;
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
