using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A cursor without a text is not one with an empty text.</summary>
internal sealed class TakesOnlyEmptyTextForTheBeginning(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) =>
        after == FeedCursor.Beginning || after.Value is not null ? base.Feed(after) : throw new ArgumentException("This is no cursor.", nameof(after));
}
