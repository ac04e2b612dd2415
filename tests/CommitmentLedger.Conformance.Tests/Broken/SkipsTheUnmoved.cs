using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A question scans a list by place while others shorten it.</summary>
internal sealed class SkipsTheUnmoved(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => base.Find(query).Where((_, place) => place != 3 || Data.Feed.Count < 20);
}
