using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The feed lacks its order, and the newest page is the warmest.</summary>
internal sealed class FeedsNewestFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) => base.Feed(after).Reverse();
}
