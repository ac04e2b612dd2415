using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The end of the feed is the maximum of nothing.</summary>
internal sealed class StumblesOverAnEmptyFeed(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after)
    {
        int end = Data.Feed.Select((_, place) => place).Max();
        return base.Feed(after).Take(end + 1);
    }
}
