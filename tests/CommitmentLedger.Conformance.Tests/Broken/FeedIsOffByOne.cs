using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>At least instead of more than, after the first page.</summary>
internal sealed class FeedIsOffByOne(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) => FeedFrom(Math.Max(0, Position(after) - 1));
}
