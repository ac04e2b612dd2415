using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The head is read, and then, in another statement and after the next append, the documents.</summary>
internal sealed class TearsLoads(WorkshopData data) : WorkshopStore(data)
{
    /// <summary>Nobody writes any more when this has passed without an append.</summary>
    private static readonly TimeSpan _quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the first writer waits for a reader who stands between the two statements.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _nextAppend;

    public override async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Once(() => Load(stream, scope)) is not { } head) return null;

        // Asked for after the head was read, so that the append which answers is one that the head does not have.
        var nextAppend = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _nextAppend, nextAppend);
        _reading.TrySetResult();
        await Task.WhenAny(nextAppend.Task, Task.Delay(_quiet, CancellationToken.None));
        return head with { Commitments = Once(() => Load(stream, scope))!.Commitments };
    }

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendResult> results = await base.AppendAsync(appends, cancellationToken);
        Interlocked.Exchange(ref _nextAppend, null)?.SetResult();
        await Task.WhenAny(_reading.Task, Task.Delay(_patience, CancellationToken.None));
        _reading.TrySetResult();
        return results;
    }
}
