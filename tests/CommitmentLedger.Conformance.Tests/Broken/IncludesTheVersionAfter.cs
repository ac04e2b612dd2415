using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>At least instead of more than.</summary>
internal sealed class IncludesTheVersionAfter(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) => base.History(key, afterVersion - 1);
}
