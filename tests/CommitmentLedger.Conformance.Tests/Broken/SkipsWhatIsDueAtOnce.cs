using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The next page begins after the due time of the last, not after its place.</summary>
internal sealed class SkipsWhatIsDueAtOnce(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) =>
        base.Find(query).Where(document => query.After is null || document.Due is null || document.Due > query.After.Due);
}
