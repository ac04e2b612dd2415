using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A query for each closed commitment.</summary>
internal sealed class LoadsOneByOne(WorkshopData data) : WorkshopStore(data)
{
    public override ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        foreach (CommitmentId _ in scope.Closed) Once(() => true);
        return base.LoadAsync(stream, scope, cancellationToken);
    }
}
