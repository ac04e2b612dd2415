using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The token is looked at when everything is written.</summary>
internal sealed class WritesThenObeys(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendResult> results = await base.AppendAsync(appends, CancellationToken.None);
        await Task.Delay(1, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }
}
