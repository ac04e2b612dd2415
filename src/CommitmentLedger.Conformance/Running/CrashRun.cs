using System.Diagnostics;
using System.Globalization;

namespace CommitmentLedger.Conformance;

/// <summary>Starts the child, reads its acknowledgements, kills it the hard way, and says what had been acknowledged.</summary>
internal static class CrashRun
{
    /// <summary>The highest acknowledged version of each customer.</summary>
    /// <param name="trial">The check. No instance may be open.</param>
    /// <param name="killAfter">How many acknowledgements to wait for.</param>
    public static async Task<long[]> KillAsync(Trial trial, int killAfter)
    {
        ProcessStartInfo start = trial.Subject.StartCrashChild()
            ?? throw new DoesNotApplyException("Killing a process needs StoreUnderTest.StartCrashChild, which this store does not give.");
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process child = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start a process.");
        Task<string> errors = child.StandardError.ReadToEndAsync(trial.Cancellation);
        try
        {
            return await ReadAsync(trial, child, killAfter, errors).ConfigureAwait(false);
        }
        finally
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<long[]> ReadAsync(Trial trial, Process child, int killAfter, Task<string> errors)
    {
        long[] versions = new long[CrashChild.Customers];
        int read = 0;
        while (await child.StandardOutput.ReadLineAsync(trial.Cancellation).ConfigureAwait(false) is { } line)
        {
            string[] words = line.Split(' ');
            if (words is not [CrashChild.Acknowledgement, var customer, var version]) continue;
            versions[int.Parse(customer, CultureInfo.InvariantCulture)] = long.Parse(version, CultureInfo.InvariantCulture);
            if (++read == killAfter) child.Kill(entireProcessTree: true);
        }

        // What was still in the pipe when the child died had been acknowledged too, and was read above.
        if (read >= killAfter) return versions;
        string problem = await errors.ConfigureAwait(false);
        throw new InvalidOperationException($"The child ended by itself after {read} acknowledgements. It said: {problem}");
    }
}
