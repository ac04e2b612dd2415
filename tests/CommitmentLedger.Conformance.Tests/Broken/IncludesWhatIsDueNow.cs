using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>At the latest instead of before.</summary>
internal sealed class IncludesWhatIsDueNow(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) =>
        base.Find(query is CommitmentQuery.DueBefore due ? due with { Instant = due.Instant + NodaTime.Duration.FromTicks(10) } : query);
}
