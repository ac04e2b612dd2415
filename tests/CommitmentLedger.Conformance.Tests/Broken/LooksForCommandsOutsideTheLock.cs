using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Whether the command is new is asked before the lock is taken; inside, only the version is compared.</summary>
internal sealed class LooksForCommandsOutsideTheLock(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new List<AppendResult>();
        foreach (StreamAppend append in appends)
        {
            AppendResult? judged = Once(() => Judge(append));
            await Task.Delay(1, CancellationToken.None);
            results.Add(judged is not null and not AppendResult.Conflict ? judged : Once(() => CompareVersion(append)));
        }

        return results;
    }

    private AppendResult CompareVersion(StreamAppend append)
    {
        long version = Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream) ? stream.Version : 0;
        return version == append.ExpectedVersion ? Write(append) : new AppendResult.Conflict(version);
    }
}
