using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Open commitments are looked for by what they are due, and the stream is forgotten.</summary>
internal sealed class LoadsTheNeighbours(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) =>
        base.Load(key, scope) is { } stream ? stream with { Commitments = [.. stream.Commitments.Union(AllDocuments().Where(document => document is { IsOpen: true, Due: not null }))] } : null;
}
