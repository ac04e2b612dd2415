using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Open commitments, union all, those asked for.</summary>
internal sealed class LoadsTwice(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope)
    {
        StoredStream? stream = base.Load(key, scope);
        return stream is null ? null : stream with { Commitments = [.. stream.Commitments, .. stream.Commitments.Where(document => document.IsOpen && scope.Closed.Contains(document.Commitment))] };
    }
}
