using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The limit is applied by the caller, the store thinks.</summary>
internal sealed class ForgetsTheLimit(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => base.Find(query with { Limit = int.MaxValue });
}
