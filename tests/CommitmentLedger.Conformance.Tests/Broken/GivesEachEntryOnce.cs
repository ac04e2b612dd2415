using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The store remembers what it gave, for whichever reader.</summary>
internal sealed class GivesEachEntryOnce(WorkshopData data) : WorkshopStore(data)
{
    private readonly HashSet<FeedCursor> _given = [];

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) => base.Feed(after).Where(entry => _given.Add(entry.Cursor));
}
