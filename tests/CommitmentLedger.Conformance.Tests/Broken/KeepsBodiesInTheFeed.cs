using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The feed has a copy of each body that scrubbing does not reach.</summary>
internal sealed class KeepsBodiesInTheFeed(WorkshopData data) : WorkshopStore(data)
{
    private readonly Dictionary<(StreamKey Stream, long Version), StoredEntry> _copies = [];

    protected override AppendResult Write(StreamAppend append)
    {
        foreach (StoredEntry entry in append.Entries) _copies[(append.Stream, entry.Version)] = entry;
        return base.Write(append);
    }

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) =>
        base.Feed(after).Select(entry => _copies.TryGetValue((entry.Stream, entry.Entry.Version), out StoredEntry? copy) ? entry with { Entry = copy } : entry);
}
