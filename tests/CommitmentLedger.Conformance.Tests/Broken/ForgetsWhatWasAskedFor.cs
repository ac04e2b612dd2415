using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Only the open commitments are read; the ids of the scope are not passed on.</summary>
internal sealed class ForgetsWhatWasAskedFor(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope with { Closed = [] });
}
