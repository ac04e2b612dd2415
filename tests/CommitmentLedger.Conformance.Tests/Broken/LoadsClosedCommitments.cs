using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The predicate on open commitments is missing.</summary>
internal sealed class LoadsClosedCommitments(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) =>
        base.Load(key, scope) is { } stream ? stream with { Commitments = [.. Data.Streams[key].Documents.Values] } : null;
}
