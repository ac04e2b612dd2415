namespace CommitmentLedger.Storage;

/// <summary>Turns the appends of many callers into few calls of the store: what waits while one call runs is written by the next.</summary>
/// <remarks>
/// First come, first written. The queue is bounded: callers wait for a place. Cancelling gives up an append only while it waits;
/// once the store has it, its outcome is awaited, so that a caller always knows it.
/// </remarks>
internal sealed class AppendWriter(ILedgerStore store) : IAsyncDisposable
{
    private const int MaxWaiting = 4_096;
    private const int MaxBatch = 256;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _queue = new();
    private readonly SemaphoreSlim _places = new(MaxWaiting);
    private Task _pump = Task.CompletedTask;
    private bool _isPumping;
    private bool _isClosed;

    /// <summary>Writes one append.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed. Nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time. Nothing was written.</exception>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">It may have been written; repeat it with the same command id.</exception>
    public async Task<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var waiting = new Waiting(append);
            Enqueue(waiting);
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(waiting.GiveUp, cancellationToken);
            return await waiting.Result.ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Takes no more appends, and ends when those that wait are written.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            _isClosed = true;
            last = _pump;
        }

        await last.ConfigureAwait(false);
    }

    private void Enqueue(Waiting waiting)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(Ledger));
            _queue.Enqueue(waiting);
            if (_isPumping) return;
            _isPumping = true;
            _pump = Task.Run(PumpAsync, CancellationToken.None);
        }
    }

    private async Task PumpAsync()
    {
        while (TakeBatch() is { } batch) await WriteAsync(batch).ConfigureAwait(false);
    }

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
            _isPumping = false;
            return null;
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            IReadOnlyList<AppendResult> results =
                await store.AppendAsync([.. batch.Select(waiting => waiting.Append)], CancellationToken.None).ConfigureAwait(false);
            for (int index = 0; index < batch.Count; index++) batch[index].Finish(results[index]);
        }
        catch (Exception problem)
        {
            // Whatever the store threw is the outcome of every append of the batch: nobody may be left waiting.
            foreach (Waiting waiting in batch) waiting.Fail(problem);
        }
    }

    /// <summary>One append and the caller who waits for it.</summary>
    private sealed class Waiting(StreamAppend append)
    {
        private readonly TaskCompletionSource<AppendResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isSettled;

        public StreamAppend Append => append;

        public Task<AppendResult> Result => _result.Task;

        /// <summary>Claims the append for writing, unless its caller gave up before.</summary>
        public bool TryTake() => Interlocked.Exchange(ref _isSettled, 1) == 0;

        public void GiveUp(object? cancellationToken)
        {
            if (TryTake()) _result.TrySetCanceled((CancellationToken)cancellationToken!);
        }

        public void Finish(AppendResult result) => _result.TrySetResult(result);

        public void Fail(Exception problem) => _result.TrySetException(problem);
    }
}
