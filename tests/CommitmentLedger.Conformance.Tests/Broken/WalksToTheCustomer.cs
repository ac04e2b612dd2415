using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Customers are looked for page by page.</summary>
internal sealed class WalksToTheCustomer(WorkshopData data) : WorkshopStore(data)
{
    public override ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        foreach (StreamKey[] _ in Data.Streams.Keys.Chunk(100).Skip(1)) Once(() => true);
        return base.LoadAsync(stream, scope, cancellationToken);
    }
}
