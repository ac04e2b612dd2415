using CommitmentLedger.Storage;

namespace CommitmentLedger.PostgreSql;

/// <summary>Turns the loads of many callers into few statements: what waits while others are under way is loaded together by the next.</summary>
/// <remarks>
/// Who comes while fewer than <see cref="MaxCalls"/> statements are under way asks at once and alone. Cancelling ends one caller's
/// waiting and nobody else's loading.
/// </remarks>
internal sealed class LoadQueue(StreamLoader loader)
{
    private const int MaxCalls = 2;
    private const int MaxTogether = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _queue = new();
    private int _calls;

    /// <summary>Loads one stream; null when there is none.</summary>
    /// <exception cref="LedgerUnavailableException">The server did not answer.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<StoredStream?> LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        if (Enqueue(request) is { } waiting)
        {
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(waiting.GiveUp, cancellationToken);
            return await waiting.Task.ConfigureAwait(false);
        }

        try
        {
            return await loader.LoadAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What is loaded for others is loaded outside the trace and whatever else surrounds this caller.
            if (Take() is { } next) ThreadPool.UnsafeQueueUserWorkItem(taken => _ = LoadAllAsync(taken), next, preferLocal: false);
        }
    }

    /// <summary>Takes a place among the statements under way, or one in the line when there is none.</summary>
    private Waiting? Enqueue(LoadRequest request)
    {
        lock (_lock)
        {
            if (_calls < MaxCalls)
            {
                _calls++;
                return null;
            }

            var waiting = new Waiting(request);
            _queue.Enqueue(waiting);
            return waiting;
        }
    }

    /// <summary>Takes what waits for the statement that has ended; with nothing left, its place is free.</summary>
    private List<Waiting>? Take()
    {
        lock (_lock)
        {
            var taken = new List<Waiting>(Math.Min(_queue.Count, MaxTogether));
            while (taken.Count < MaxTogether && _queue.TryDequeue(out Waiting? waiting))
            {
                if (!waiting.Task.IsCompleted) taken.Add(waiting);
            }

            if (taken.Count > 0) return taken;
            _calls--;
            return null;
        }
    }

    private async Task LoadAllAsync(List<Waiting> first)
    {
        for (List<Waiting>? taken = first; taken is not null; taken = Take())
        {
            // What spoils one stream, such as a row that cannot be read, is that caller's and not his neighbours'.
            if (!await TryLoadAsync(taken, isLast: taken.Count == 1).ConfigureAwait(false))
            {
                foreach (Waiting waiting in taken) await TryLoadAsync([waiting], isLast: true).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> TryLoadAsync(List<Waiting> together, bool isLast)
    {
        try
        {
            StoredStream?[] streams = await loader.LoadAsync(together.ConvertAll(waiting => waiting.Request), CancellationToken.None).ConfigureAwait(false);
            for (int index = 0; index < streams.Length; index++) together[index].TrySetResult(streams[index]);
            return true;
        }
        catch (Exception problem) when (isLast || problem is LedgerUnavailableException)
        {
            foreach (Waiting waiting in together) waiting.TrySetException(problem);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>One request and the caller who waits for it.</summary>
    private sealed class Waiting(LoadRequest request) : TaskCompletionSource<StoredStream?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public LoadRequest Request => request;

        public void GiveUp(object? cancellationToken) => TrySetCanceled((CancellationToken)cancellationToken!);
    }
}
