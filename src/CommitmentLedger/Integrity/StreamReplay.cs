using CommitmentLedger.Serialization;
using CommitmentLedger.Engine;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>Goes through the entries of one stream from the first on: follows the hash chain, and folds what they say into the record.</summary>
internal sealed class StreamReplay(StreamKey stream)
{
    private CustomerRecord? _record;
    private bool _isCustomers = true;

    public long Version { get; private set; }

    public Digest Head { get; private set; }

    public long Scrubbed { get; private set; }

    /// <summary>The record that the entries give; null for a stream of no customer, and when a body is gone.</summary>
    public CustomerRecord? Record => _isCustomers && Scrubbed == 0 ? _record : null;

    /// <summary>Takes the next entry.</summary>
    /// <returns>The fault, or null.</returns>
    public Discrepancy? Take(StoredEntry stored)
    {
        if (stored.Version != Version + 1)
            return Wrong("entry_missing", Version + 1, "The entry is not there. Restore it from a backup; nothing else has its words.");
        bool isScrubbed = stored.Body.IsEmpty;
        if (!isScrubbed && Digest.Of(stored.Body.Span) != stored.BodyHash)
            return Wrong("body_changed", stored.Version, "The body is not the one that was written. Compare it with a backup.");
        if (EntryChain.Next(Head, stream, stored) != stored.Head)
            return Wrong("entry_changed", stored.Version, "The entry does not follow from the one before it: it, or its place, was changed. Compare it with a backup.");

        (Version, Head) = (stored.Version, stored.Head);
        if (isScrubbed) Scrubbed++;
        if (ReferenceSource.Wrote(stored)) _isCustomers = false;
        return _isCustomers && Scrubbed == 0 ? Fold(stored) : null;
    }

    public Discrepancy Wrong(string code, long? version, string message, CommitmentId? commitment = null) => new(code, message, stream, version, commitment);

    private Discrepancy? Fold(StoredEntry stored)
    {
        try
        {
            Entry entry = LedgerCodec.Decode(stored);
            _record = (_record ?? CustomerRecord.Empty(entry.Customer)).Apply(entry);
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
