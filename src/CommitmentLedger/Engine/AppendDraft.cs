using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>The append of a decided command: entries that continue the chain, the record, and the changed documents.</summary>
internal static class AppendDraft
{
    /// <summary>The append of a command that was decided on a record.</summary>
    /// <param name="pending">The command.</param>
    /// <param name="known">The record that it was decided on.</param>
    /// <param name="outcome">The decision.</param>
    /// <param name="isRecent">Whether the record was not loaded for this command, so that a commitment which it lacks may be closed instead of new.</param>
    public static StreamAppend Of(PendingCommand pending, LoadedRecord known, Outcome outcome, bool isRecent)
    {
        StreamSeal seal = known.Seal;
        var entries = new StoredEntry[outcome.Entries.Count];
        Digest head = known.Head;
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = LedgerCodec.Encode(outcome.Entries[index], seal, head);
            head = entries[index].Head;
        }

        return new StreamAppend
        {
            Stream = pending.Stream,
            Identity = seal.Identity,
            Tenant = pending.Place.TenantKey,
            ExpectedVersion = known.Record.Version,
            ExpectedHead = known.Head,
            Command = pending.Command.Id,
            ContentHash = pending.ContentIn(seal),
            Entries = entries,
            MustBeNew = isRecent ? NotIn(known.Record, pending.Command.Touches) : [],
            Record = LedgerCodec.EncodeRecord(outcome.Next, seal),
            Changed = Changed(pending.Place, seal, known.Record, outcome.Next),
        };
    }

    private static CommitmentId[] NotIn(CustomerRecord record, ValueList<CommitmentId> touched) => [.. touched.Where(id => record.Find(id) is null)];

    /// <summary>The documents of the commitments that are other objects than before: what did not change was not copied, and kept its place.</summary>
    private static List<CommitmentDocument> Changed(StreamPlace place, StreamSeal seal, CustomerRecord before, CustomerRecord after)
    {
        var changed = new List<CommitmentDocument>(1);
        ReadOnlySpan<Commitment> known = before.Commitments.AsSpan();
        ReadOnlySpan<Commitment> all = after.Commitments.AsSpan();
        for (int index = 0; index < all.Length; index++)
        {
            if (index >= known.Length || !ReferenceEquals(all[index], known[index])) changed.Add(LedgerCodec.Encode(all[index], place, seal));
        }

        return changed;
    }
}
