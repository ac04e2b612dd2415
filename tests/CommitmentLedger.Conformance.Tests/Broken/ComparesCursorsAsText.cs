using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Cursors are compared as the text that they are.</summary>
internal sealed class ComparesCursorsAsText(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) =>
        FeedFrom(0).Where(entry => string.CompareOrdinal(entry.Cursor.Value, after.Value) > 0);
}
