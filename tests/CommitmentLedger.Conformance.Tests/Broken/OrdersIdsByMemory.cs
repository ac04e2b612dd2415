using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments are ordered by the bytes that a Guid has in memory, of which the first eight are turned round.</summary>
internal sealed class OrdersIdsByMemory(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => base.Find(query)
        .OrderBy(document => document.Due ?? NodaTime.Instant.MaxValue).ThenBy(document => document.Stream)
        .ThenBy(document => Convert.ToHexString(document.Commitment.ToGuid().ToByteArray()), StringComparer.Ordinal);
}
