using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A collation that ignores case.</summary>
internal sealed class IgnoresTheCaseOfOwners(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => query is CommitmentQuery.OwnedBy owned
        ? AllDocuments().Where(document => document.Tenant == query.Tenant && document.IsOpen && document.Owner.Equals(owned.Owner,
            StringComparison.OrdinalIgnoreCase)).OrderBy(document => document.Due)
        : base.Find(query);
}
