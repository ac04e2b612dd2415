namespace CommitmentLedger.Conformance;

/// <summary>Many at once, started together.</summary>
internal static class Race
{
    /// <summary>Runs a body for each number from 0, on threads of the pool, and ends when all have ended.</summary>
    public static async Task RunAsync(int runners, Func<int, Task> body)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] running = [.. Enumerable.Range(0, runners).Select(runner => Task.Run(() => AwaitStartAsync(runner)))];
        start.SetResult();
        await Task.WhenAll(running).ConfigureAwait(false);

        async Task AwaitStartAsync(int runner)
        {
            await start.Task.ConfigureAwait(false);
            await body(runner).ConfigureAwait(false);
        }
    }

    /// <summary>Runs one body for as long as another takes, and once more afterwards.</summary>
    public static async Task WhileAsync(Task writing, Func<Task> body)
    {
        bool isLast;
        do
        {
            isLast = writing.IsCompleted;
            await body().ConfigureAwait(false);
            await Task.Yield();
        }
        while (!isLast);
        await writing.ConfigureAwait(false);
    }
}
