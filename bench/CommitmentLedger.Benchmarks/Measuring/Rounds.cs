namespace CommitmentLedger.Benchmarks;

/// <summary>Lets the two sides of a measurement take turns: what disturbs the machine for a while disturbs both.</summary>
internal static class Rounds
{
    public static async Task<IReadOnlyList<Row>> RunAsync(Measurement measurement, Workbench bench, int rounds)
    {
        IReadOnlyList<Line> lines = measurement.Lines(bench.Kind, bench.Size);
        await measurement.PrepareAsync(bench);
        try
        {
            var turns = new List<(double[] Ours, double[] Theirs)>();

            // The first turn warms up compiled code, caches and connections, and does not count.
            for (int round = 0; round <= rounds; round++)
            {
                var turn = (await TurnAsync(measurement.OursAsync, bench), await TurnAsync(measurement.TheirsAsync, bench));
                if (round > 0) turns.Add(turn);
            }

            return [.. lines.Select((line, index) => Judge(line, index, turns))];
        }
        finally
        {
            await measurement.CleanUpAsync(bench);
        }
    }

    private static Task<double[]> TurnAsync(Func<Workbench, Task<double[]>> side, Workbench bench)
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
