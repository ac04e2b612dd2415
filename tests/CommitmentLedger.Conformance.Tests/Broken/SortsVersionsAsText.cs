using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A version column of text.</summary>
internal sealed class SortsVersionsAsText(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        base.History(key, afterVersion).OrderBy(entry => $"{entry.Version}", StringComparer.Ordinal);
}
