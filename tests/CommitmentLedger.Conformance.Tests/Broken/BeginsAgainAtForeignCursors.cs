using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A cursor that cannot be read is taken for the beginning.</summary>
internal sealed class BeginsAgainAtForeignCursors(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) =>
        base.Feed(int.TryParse(after.ToString(), out _) ? after : FeedCursor.Beginning);
}
