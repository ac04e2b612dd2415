using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>What a decided command hands to the store: entries that continue the chain, the record, and the documents that changed.</summary>
internal static class AppendDraft
{
    public static StreamAppend Of(PendingCommand pending, LoadedRecord known, Outcome ruling)
    {
        var entries = new StoredEntry[ruling.Entries.Count];
        Digest head = known.Head;
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = LedgerCodec.Encode(ruling.Entries[index], pending.Stream, head);
            head = entries[index].Head;
        }

        return new StreamAppend
        {
            Stream = pending.Stream,
            Tenant = TenantKey.For(pending.Addressed.Tenant),
            ExpectedVersion = known.Record.Version,
            Command = pending.Command.Id,
            ContentHash = pending.Content,
            Entries = entries,
            Record = LedgerCodec.EncodeRecord(ruling.Next),
            Changed = Changed(pending.Addressed.Tenant, pending.Stream, known.Record, ruling.Next),
        };
    }

    /// <summary>The documents of the commitments that are other objects than before: what did not change was not copied, and kept its place.</summary>
    private static List<CommitmentDocument> Changed(TenantId tenant, StreamKey stream, CustomerRecord before, CustomerRecord after)
    {
        var changed = new List<CommitmentDocument>(1);
        ReadOnlySpan<Commitment> known = before.Commitments.AsSpan();
        ReadOnlySpan<Commitment> all = after.Commitments.AsSpan();
        for (int place = 0; place < all.Length; place++)
        {
            if (place >= known.Length || !ReferenceEquals(all[place], known[place])) changed.Add(LedgerCodec.Encode(all[place], stream, tenant));
        }

        return changed;
    }
}
