using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A page of a thousand where all were asked for.</summary>
internal sealed class LoadsOnePage(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) =>
        base.Load(key, scope) is { } stream ? stream with { Commitments = [.. stream.Commitments.Take(1_000)] } : null;
}
