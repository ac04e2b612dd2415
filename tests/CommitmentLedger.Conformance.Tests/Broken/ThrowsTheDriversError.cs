using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>What the driver throws for a cancelled statement reaches the caller as it is.</summary>
internal sealed class ThrowsTheDriversError(WorkshopData data) : WorkshopStore(data)
{
    public override ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? throw new InvalidOperationException("57014: canceling statement due to user request")
        : base.LoadAsync(stream, scope, cancellationToken);
}
