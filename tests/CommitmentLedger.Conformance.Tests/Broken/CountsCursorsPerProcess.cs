using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Cursors count from the start of the process.</summary>
internal sealed class CountsCursorsPerProcess(WorkshopData data) : WorkshopStore(data)
{
    private readonly int _start = data.Feed.Count;

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) => after == FeedCursor.Beginning ? FeedFrom(0) : FeedFrom(Position(after) + _start);
}
