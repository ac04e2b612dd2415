using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The order of null is left to the database.</summary>
internal sealed class PutsNullFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) =>
        base.Find(query).OrderBy(document => document.Due is null ? 0 : 1).ToArray();
}
