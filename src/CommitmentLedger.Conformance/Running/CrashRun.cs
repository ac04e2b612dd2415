using System.Diagnostics;
using System.Globalization;

namespace CommitmentLedger.Conformance;

/// <summary>Starts children, reads their acknowledgements, kills them the hard way, and says what had been acknowledged.</summary>
internal static class CrashRun
{
    /// <summary>The highest version of each customer that a child, who writes alone, acknowledged.</summary>
    /// <param name="trial">The check. No instance may be open.</param>
    /// <param name="killAfter">How many acknowledgements to wait for.</param>
    public static async Task<long[]> KillAsync(Trial trial, int killAfter)
    {
        Child child = Start(trial, CrashChild.Alone);
        await KillTogetherAsync(trial, killAfter, child).ConfigureAwait(false);
        return [.. Enumerable.Range(0, CrashChild.Customers).Select(customer =>
            child.Acknowledged.Where(one => one.Customer == customer).Select(one => one.Version).DefaultIfEmpty().Max())];
    }

    /// <summary>What each of several children acknowledged, who write at the same time; the first is writer 1.</summary>
    /// <param name="trial">The check. No instance may be open.</param>
    /// <param name="children">How many.</param>
    /// <param name="killAfter">How many acknowledgements to wait for from each.</param>
    public static async Task<IReadOnlyList<(int Customer, long Version)>[]> KillManyAsync(Trial trial, int children, int killAfter)
    {
        Child[] all = [.. Enumerable.Range(1, children).Select(writer => Start(trial, writer))];
        await KillTogetherAsync(trial, killAfter, all).ConfigureAwait(false);
        return [.. all.Select(child => child.Acknowledged)];
    }

    private static Child Start(Trial trial, int writer)
    {
        ProcessStartInfo start = trial.Subject.StartCrashChild()
            ?? throw new DoesNotApplyException("Killing a process needs StoreUnderTest.StartCrashChild, which is not overridden or returned null.");
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        if (writer != CrashChild.Alone) start.Environment[CrashChild.WriterVariable] = writer.ToString(CultureInfo.InvariantCulture);
        Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start a process.");
        return new Child(process, process.StandardError.ReadToEndAsync(trial.Cancellation));
    }

    /// <summary>Kills all of them as soon as each has acknowledged enough, or one has ended by itself.</summary>
    private static async Task KillTogetherAsync(Trial trial, int killAfter, params Child[] children)
    {
        int waitingFor = children.Length;
        try
        {
            await Task.WhenAll(children.Select(child => ReadAsync(child, killAfter, Enough, trial.Cancellation))).ConfigureAwait(false);
        }
        finally
        {
            Kill();
            foreach (Child child in children) await child.Process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        // What was still in the pipe when a child died had been acknowledged too, and was read.
        Child? failed = Array.Find(children, child => child.Acknowledged.Count < killAfter);
        string problem = failed is null ? string.Empty : await failed.Errors.ConfigureAwait(false);
        foreach (Child child in children) child.Process.Dispose();
        if (failed is not null) throw new InvalidOperationException($"The child ended by itself after {failed.Acknowledged.Count} acknowledgements. It said: {problem}");

        void Enough()
        {
            if (Interlocked.Decrement(ref waitingFor) == 0) Kill();
        }

        void Kill()
        {
            foreach (Child child in children) child.Process.Kill(entireProcessTree: true);
        }
    }

    private static async Task ReadAsync(Child child, int killAfter, Action enough, CancellationToken cancellationToken)
    {
        while (await child.Process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Split(' ') is not [CrashChild.Acknowledgement, var customer, var version]) continue;
            child.Acknowledged.Add((int.Parse(customer, CultureInfo.InvariantCulture), long.Parse(version, CultureInfo.InvariantCulture)));
            if (child.Acknowledged.Count == killAfter) enough();
        }

        // One that ended by itself must not keep the check waiting for the others.
        if (child.Acknowledged.Count < killAfter) enough();
    }

    private sealed record Child(Process Process, Task<string> Errors)
    {
        public List<(int Customer, long Version)> Acknowledged { get; } = [];
    }
}
