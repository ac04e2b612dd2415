using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A time column with three digits.</summary>
internal sealed class CutsTimesToMilliseconds(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        base.History(key, afterVersion).Select(entry => entry with { RecordedAt = Microseconds.ToInstant(Microseconds.Of(entry.RecordedAt) / 1_000 * 1_000) });
}
