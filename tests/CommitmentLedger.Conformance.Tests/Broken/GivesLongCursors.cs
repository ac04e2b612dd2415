using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The cursor carries everything that the store would like to know again.</summary>
internal sealed class GivesLongCursors(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) =>
        base.Feed(new FeedCursor(after.Value.Trim())).Select(entry => entry with { Cursor = new FeedCursor(entry.Cursor.Value.PadLeft(250)) });
}
