using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Times single calls of one caller.</summary>
internal static class Stopwatches
{
    /// <summary>How many microseconds each call took.</summary>
    public static async Task<double[]> TimeAsync(int calls, Func<int, Task> call)
    {
        double[] microseconds = new double[calls];
        for (int index = 0; index < calls; index++)
        {
            long start = Stopwatch.GetTimestamp();
            await call(index);
            microseconds[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return microseconds;
    }
}
