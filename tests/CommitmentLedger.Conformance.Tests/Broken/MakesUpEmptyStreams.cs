using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A left join without a look at what came back.</summary>
internal sealed class MakesUpEmptyStreams(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) =>
        base.Load(key, scope) ?? new StoredStream(new StreamIdentity(default, default), 0, default, ReadOnlyMemory<byte>.Empty, [], Command: null);
}
