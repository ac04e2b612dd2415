using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Callers who do the same thing over and over, side by side, for a while.</summary>
internal static class Callers
{
    /// <summary>Runs them.</summary>
    /// <param name="callers">How many there are.</param>
    /// <param name="time">For how long; what has begun is finished.</param>
    /// <param name="call">What the caller of a number does.</param>
    public static async Task<Throughput> RunAsync(int callers, TimeSpan time, Func<int, Task> call)
    {
        long[] counts = new long[callers];
        long start = Stopwatch.GetTimestamp();

        // A thread each to begin with: a raw driver that blocks must not have to wait for the thread pool to grow.
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Factory.StartNew(
            () => RepeatAsync(caller), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        return new Throughput(counts, Stopwatch.GetElapsedTime(start));

        async Task RepeatAsync(int caller)
        {
            long count = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; count++) await call(caller);
            counts[caller] = count;
        }
    }
}
