namespace CommitmentLedger;

/// <summary>Writes that a briefing was read without holding up its reader, who stands before the customer.</summary>
/// <remarks>At most so many marks wait; a reader who finds the queue full waits for a place. A mark that cannot be written is reported, not thrown.</remarks>
internal sealed class BackgroundMarks(Action<Exception> report) : IAsyncDisposable
{
    private const int MaxWaiting = 1_024;

    private readonly SemaphoreSlim _places = new(MaxWaiting);
    private readonly SemaphoreSlim _flushing = new(1);

    public async Task AddAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        _ = Task.Run(() => WriteAsync(write), CancellationToken.None);
    }

    /// <summary>Ends when every mark that was added before is written or reported.</summary>
    public async Task FlushAsync()
    {
        // Whoever holds every place knows that nothing is under way; two who each held half would wait for ever.
        await _flushing.WaitAsync().ConfigureAwait(false);
        for (int place = 0; place < MaxWaiting; place++) await _places.WaitAsync().ConfigureAwait(false);
        _places.Release(MaxWaiting);
        _flushing.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        _flushing.Dispose();
        _places.Dispose();
    }

    private async Task WriteAsync(Func<Task> write)
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
        }
    }
}
