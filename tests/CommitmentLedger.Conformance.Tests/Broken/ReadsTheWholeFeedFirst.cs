using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The feed is read page by page, to its end, before the first entry is given.</summary>
internal sealed class ReadsTheWholeFeedFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after)
    {
        FeedEntry[] all = [.. base.Feed(after)];
        foreach (FeedEntry[] _ in all.Chunk(500)) Once(() => true);
        return all;
    }
}
