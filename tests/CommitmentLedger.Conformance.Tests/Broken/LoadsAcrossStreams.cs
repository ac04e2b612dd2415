using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments asked for are looked up by id alone.</summary>
internal sealed class LoadsAcrossStreams(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope)
    {
        StoredStream? stream = base.Load(key, scope);
        return stream is null ? null : stream with { Commitments = [.. stream.Commitments.Union(AllDocuments().Where(document => scope.Closed.Contains(document.Commitment)))] };
    }
}
