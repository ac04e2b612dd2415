using CommitmentLedger.Engine;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>Goes through the entries of one stream from the first on: follows the hash chain, and folds what they say into the record.</summary>
/// <param name="stream">The key of the stream.</param>
/// <param name="id">Its id.</param>
/// <param name="seal">The seal by which bodies are read; null when the key cannot be unwrapped, so that nothing is folded.</param>
internal sealed class StreamReplay(StreamKey stream, StreamId id, StreamSeal? seal)
{
    private bool _isCustomers = true;

    public long Version { get; private set; }

    public Digest Head { get; private set; }

    /// <summary>How many entries have no body any more.</summary>
    public long Scrubbed { get; private set; }

    /// <summary>The record that the entries give; null for a stream of no customer, and where a body is gone.</summary>
    public CustomerRecord? Record => Scrubbed == 0 ? Remaining : null;

    /// <summary>The record that those entries give which still have their bodies; null for a stream of no customer, and where none has.</summary>
    public CustomerRecord? Remaining { get; private set; }

    /// <summary>Takes the next entry.</summary>
    /// <returns>The fault, or null.</returns>
    public Discrepancy? Take(StoredEntry stored)
    {
        if (stored.Version != Version + 1)
            return Wrong("entry_missing", Version + 1, "The entry is not there. Restore it from a backup; nothing else has its words.");
        bool isScrubbed = stored.Body.IsEmpty;
        if (!isScrubbed && EntryChain.HashOf(stored.Body.Span) != stored.BodyHash)
            return Wrong("body_changed", stored.Version, "The body is not the one that was written. Compare it with a backup.");
        if (EntryChain.Next(Head, id, stored) != stored.Head)
            return Wrong("entry_changed", stored.Version, "The entry does not follow from the one before it: it, or its place, was changed. Compare it with a backup.");

        (Version, Head) = (stored.Version, stored.Head);
        if (isScrubbed) Scrubbed++;
        if (ReferenceSource.Wrote(stored)) (_isCustomers, Remaining) = (false, null);
        return _isCustomers && !isScrubbed && seal is { IsDestroyed: false } ? Fold(stored, seal) : null;
    }

    public Discrepancy Wrong(string code, long? version, string message, CommitmentId? commitment = null) => new(code, message, stream, version, commitment);

    private Discrepancy? Fold(StoredEntry stored, StreamSeal by)
    {
        try
        {
            Entry entry = LedgerCodec.Decode(stored, by);
            Remaining = (Remaining ?? CustomerRecord.Empty(entry.Customer)).Apply(entry);
            return null;
        }
        catch (InvalidOperationException) when (Scrubbed > 0)
        {
            // It is about something of which only a body told that is gone.
            return null;
        }
        catch (Exception problem) when (problem is LedgerDataException or InvalidOperationException or ArgumentException)
        {
            return Wrong(
                "entry_unreadable",
                stored.Version,
                $"The entry cannot be read ({problem.GetType().Name}). A newer version of the library may have written it: update it and verify again.");
        }
    }
}
