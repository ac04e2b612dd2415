using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The head is never written: no chain verifies, hence every tampering seems to show.</summary>
internal sealed class KeepsNoHead(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope) is { } stored ? stored with { Head = default } : null;
}
