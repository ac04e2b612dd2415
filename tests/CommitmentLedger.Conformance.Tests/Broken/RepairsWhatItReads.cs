using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Hashes and head are computed when they are read: always right, and proof of nothing.</summary>
internal sealed class RepairsWhatItReads(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        base.History(key, afterVersion).Select(entry => entry with { BodyHash = Digest.Of(entry.Body.Span) });

    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope) is { } stream
        ? stream with { Head = History(key, 0).Aggregate(default(Digest), (head, entry) => EntryChain.Next(head, key, entry)) }
        : null;
}
