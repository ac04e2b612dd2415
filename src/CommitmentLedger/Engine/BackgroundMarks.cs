using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>Writes that a briefing was read without holding up its reader, who stands before the customer.</summary>
/// <remarks>At most so many marks wait; a reader who finds the queue full waits for a place. A mark that cannot be written is reported, not thrown.</remarks>
internal sealed class BackgroundMarks(Action<Exception> report) : IAsyncDisposable
{
    private const int MaxWaiting = 1_024;

    private readonly SemaphoreSlim _places = new(MaxWaiting);
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamKey, UnderWay> _underWay = [];

    public async Task AddAsync(StreamKey stream, Func<Task> write, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            if (!_underWay.TryGetValue(stream, out UnderWay? marks)) _underWay.Add(stream, marks = new UnderWay());
            marks.Count++;
        }

        _ = Background.RunAsync(() => WriteAsync(stream, write));
    }

    /// <summary>Ends when the marks of a stream that were added before are written or reported, so that what follows a reading knows of it.</summary>
    public Task SettledAsync(StreamKey stream)
    {
        lock (_lock)
        {
            return _underWay.TryGetValue(stream, out UnderWay? marks) ? marks.Done.Task : Task.CompletedTask;
        }
    }

    /// <summary>Ends when every mark that was added before is written or reported.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_underWay.Values.Select(marks => marks.Done.Task));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        _places.Dispose();
    }

    private async Task WriteAsync(StreamKey stream, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            report(problem);
        }
        finally
        {
            _places.Release();
            Settle(stream);
        }
    }

    private void Settle(StreamKey stream)
    {
        lock (_lock)
        {
            UnderWay marks = _underWay[stream];
            if (--marks.Count > 0) return;
            _underWay.Remove(stream);
            marks.Done.SetResult();
        }
    }

    /// <summary>The marks of one stream that are not written yet.</summary>
    private sealed class UnderWay
    {
        public int Count { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
