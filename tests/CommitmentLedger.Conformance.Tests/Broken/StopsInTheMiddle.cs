using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The token is looked at between two appends of one list.</summary>
internal sealed class StopsInTheMiddle(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var results = new List<AppendResult>();
        foreach (StreamAppend append in appends)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Once(() => Append(append)));
            await Task.Yield();
        }

        return results;
    }
}
