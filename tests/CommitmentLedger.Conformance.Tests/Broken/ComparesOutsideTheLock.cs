using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The version is read, then the lock is taken and the entries written: 20 parallel appends, 20 successes, 10 events.</summary>
internal sealed class ComparesOutsideTheLock(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new List<AppendResult>();
        foreach (StreamAppend append in appends)
        {
            AppendResult? judged = Once(() => Judge(append));
            await Task.Delay(1, CancellationToken.None);
            results.Add(judged ?? Once(() => Write(append)));
        }

        return results;
    }
}
