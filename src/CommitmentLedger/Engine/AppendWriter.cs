using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>Turns the appends of many callers into few calls of the store: what waits while one call runs is written by the next.</summary>
/// <remarks>
/// <para>
/// First come, first written. A caller who finds nobody writing writes his own at once and waits for no other thread; what has queued up
/// meanwhile is written in the background, so that no caller works for others and nothing of others happens within his transaction or
/// trace. The queue is bounded: callers wait for a place.
/// </para>
/// <para>Cancelling gives up an append only while it waits; once the store has it, its outcome is awaited, so that a caller always knows it.</para>
/// </remarks>
internal sealed class AppendWriter(ILedgerStore store) : IAsyncDisposable
{
    private const int MaxWaiting = 4_096;
    private const int MaxBatch = 256;

    /// <summary>How many appends of a failed batch fail by themselves, one after the other, before the rest is given up too.</summary>
    private const int MaxFailuresInARow = 2;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _queue = new();
    private readonly SemaphoreSlim _places = new(MaxWaiting);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWriting;
    private bool _isClosed;

    /// <summary>Writes one append.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed. Nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time. Nothing was written.</exception>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">It may have been written; repeat it with the same command id.</exception>
    public async ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var waiting = new Waiting(append);
            if (!Enqueue(waiting)) await WriteOwnAsync(waiting).ConfigureAwait(false);
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(waiting.GiveUp, cancellationToken);
            return await waiting.Task.ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Takes no more appends, and ends when those that wait are written.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (!_isWriting) _finished.TrySetResult();
        }

        await _finished.Task.ConfigureAwait(false);
    }

    /// <summary>Puts an append in line, unless nobody is writing, so that the caller has to.</summary>
    private bool Enqueue(Waiting waiting)
    {
        lock (_lock)
        {
            if (_isClosed) throw LedgerDisposed();
            bool isInLine = _isWriting;
            if (isInLine) _queue.Enqueue(waiting);
            _isWriting = true;
            return isInLine;
        }
    }

    private static ObjectDisposedException LedgerDisposed() => new("Ledger");

    private async ValueTask WriteOwnAsync(Waiting own)
    {
        own.TryTake();
        await WriteAsync([own]).ConfigureAwait(false);
        if (TakeBatch() is { } next) _ = Background.RunAsync(() => WriteAllAsync(next));
    }

    private async Task WriteAllAsync(List<Waiting> first)
    {
        for (List<Waiting>? batch = first; batch is not null; batch = TakeBatch()) await WriteAsync(batch).ConfigureAwait(false);
    }

    /// <summary>Takes what waits; with nothing left, the next caller begins to write again.</summary>
    private List<Waiting>? TakeBatch()
    {
        lock (_lock)
        {
            var batch = new List<Waiting>(Math.Min(_queue.Count, MaxBatch));
            while (batch.Count < MaxBatch && _queue.TryDequeue(out Waiting? waiting))
            {
                if (waiting.TryTake()) batch.Add(waiting);
            }

            if (batch.Count > 0) return batch;
            _isWriting = false;
            if (_isClosed) _finished.TrySetResult();
            return null;
        }
    }

    private async ValueTask WriteAsync(List<Waiting> batch)
    {
        try
        {
            await SendAsync(batch).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException) when (batch.Count > 1)
        {
            await WriteEachAsync(batch).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // Whatever the store threw is the outcome of every append of the batch: nobody may be left waiting.
            foreach (Waiting waiting in batch) waiting.TrySetException(problem);
        }
    }

    /// <summary>Nothing of the batch was written, perhaps because of a single append: each gets a call of its own, unless the store is down altogether.</summary>
    private async ValueTask WriteEachAsync(List<Waiting> batch)
    {
        Exception? last = null;
        int failuresInARow = 0;
        foreach (Waiting waiting in batch)
        {
            if (failuresInARow < MaxFailuresInARow)
            {
                try
                {
                    await SendAsync([waiting]).ConfigureAwait(false);
                    failuresInARow = 0;
                    continue;
                }
                catch (Exception problem)
                {
                    last = problem;
                    failuresInARow++;
                }
            }

            waiting.TrySetException(last!);
        }
    }

    private async ValueTask SendAsync(List<Waiting> batch)
    {
        var appends = new StreamAppend[batch.Count];
        for (int index = 0; index < appends.Length; index++) appends[index] = batch[index].Append;
        LedgerTelemetry.Wrote(appends.Length);
        IReadOnlyList<AppendResult> results = await store.AppendAsync(appends, CancellationToken.None).ConfigureAwait(false);
        for (int index = 0; index < appends.Length; index++) batch[index].TrySetResult(results[index]);
    }

    /// <summary>One append and the caller who waits for it.</summary>
    private sealed class Waiting(StreamAppend append) : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private int _isSettled;

        public StreamAppend Append => append;

        /// <summary>Claims the append for writing, unless its caller gave up before.</summary>
        public bool TryTake() => Interlocked.Exchange(ref _isSettled, 1) == 0;

        public void GiveUp(object? cancellationToken)
        {
            if (TryTake()) TrySetCanceled((CancellationToken)cancellationToken!);
        }
    }
}
