using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The head is read, and then, in another statement, the documents.</summary>
internal sealed class TearsLoads(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoredStream? head = Once(() => Load(stream, scope));
        await Task.Delay(2, CancellationToken.None);
        StoredStream? documents = Once(() => Load(stream, scope));
        return head is null ? null : head with { Commitments = documents!.Commitments };
    }

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        await Task.Delay(1, CancellationToken.None);
        return await base.AppendAsync(appends, cancellationToken);
    }
}
