using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The index of owners lacks the tenant.</summary>
internal sealed class LeaksTenants(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => query is CommitmentQuery.OwnedBy owned
        ? AllDocuments().Where(document => document.IsOpen && document.Owner == owned.Owner).OrderBy(document => document.Due ?? NodaTime.Instant.MaxValue).ThenBy(document => document.Stream).Take(query.Limit)
        : base.Find(query);
}
