using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Versions, hashes and head are computed when they are read: always right, and proof of nothing.</summary>
internal sealed class RepairsWhatItReads(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        EntryChain.Link(default, Data.Streams[key].Identity.Id, base.History(key, 0).Select(Repair)).Where(entry => entry.Version > afterVersion);

    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope) is { } stream && History(key, 0).Last() is { } last
        ? stream with { Version = last.Version, Head = last.Head }
        : null;

    private static StoredEntry Repair(StoredEntry entry, int index) => entry with { Version = index + 1, BodyHash = EntryChain.HashOf(entry.Body.Span) };
}
