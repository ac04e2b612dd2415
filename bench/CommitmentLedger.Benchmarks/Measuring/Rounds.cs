using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Lets the two sides of a measurement take turns: what disturbs the machine for a while disturbs both.</summary>
internal static class Rounds
{
    public static async Task<IReadOnlyList<Row>> RunAsync(Measurement measurement, Workbench bench, int rounds, TimeSpan warmUp)
    {
        IReadOnlyList<Line> lines = measurement.Lines(bench.Kind, bench.Size);
        await measurement.PrepareAsync(bench);
        try
        {
            // Turns that do not count fill caches, open connections, and give the runtime the time to compile for good what is called often.
            long start = Stopwatch.GetTimestamp();
            do await TurnAsync(measurement, bench);
            while (Stopwatch.GetElapsedTime(start) < warmUp);

            var turns = new List<(double[] Ours, double[] Theirs)>();
            for (int round = 0; round < rounds; round++) turns.Add(await TurnAsync(measurement, bench));

            return [.. lines.Select((line, index) => Judge(line, index, turns))];
        }
        finally
        {
            await measurement.CleanUpAsync(bench);
        }
    }

    private static async Task<(double[] Ours, double[] Theirs)> TurnAsync(Measurement measurement, Workbench bench) =>
        (await SideAsync(measurement.OursAsync, bench), await SideAsync(measurement.TheirsAsync, bench));

    private static Task<double[]> SideAsync(Func<Workbench, Task<double[]>> side, Workbench bench)
    {
        // Nobody pays for the garbage of the side before.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return side(bench);
    }

    private static Row Judge(Line line, int index, List<(double[] Ours, double[] Theirs)> turns)
    {
        Spread ours = Spread.Of([.. turns.Select(turn => turn.Ours[index])]);
        if (line.Against is null) return new Row(line, ours, Theirs: null, Ratio: null);
        return new Row(
            line, ours, Spread.Of([.. turns.Select(turn => turn.Theirs[index])]), Spread.Of([.. turns.Select(turn => turn.Ours[index] / turn.Theirs[index])]));
    }
}
