namespace CommitmentLedger.Benchmarks;

/// <summary>Measures whole operations against a real store and prints the table.</summary>
internal static class LoadMode
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => WithStoreAsync(arguments, async (asked, host, bench) =>
    {
        var table = new ResultTable();
        foreach (Measurement measurement in AllMeasurements.InOrder)
        {
            if (asked.Only.Count > 0 && !asked.Only.Contains(measurement.Name)) continue;
            if (measurement.Lines(bench.Kind, bench.Size).Count == 0) continue;
            await Console.Error.WriteLineAsync($"Measuring {measurement.Name} ...");
            table.Add(measurement, await Rounds.RunAsync(measurement, bench, asked.Rounds, asked.WarmUp));
        }

        var report = new Report(asked, await Machine.DescribeAsync(host, bench.Folder), bench.Filling, table);
        await Console.Out.WriteLineAsync(report.ToMarkdown());
        if (asked.Out is not null) await File.WriteAllTextAsync(asked.Out, report.ToMarkdown());
    });

    /// <summary>Reads the arguments, opens the store that they ask for, filled, and does something with it.</summary>
    /// <returns>The exit code: 2 when the arguments cannot be used.</returns>
    public static async Task<int> WithStoreAsync(IReadOnlyList<string> arguments, Func<LoadArguments, StoreHost, Workbench, Task> work)
    {
        LoadArguments asked;
        try
        {
            asked = LoadArguments.Parse(arguments);
        }
        catch (ArgumentException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }

        string folder = asked.Keep ?? Directory.CreateTempSubdirectory("commitment-ledger-bench-").FullName;
        Directory.CreateDirectory(folder);

        // A server's own user has to get through to its folder.
        if (asked.Keep is null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        try
        {
            await using StoreHost host = await StartAsync(asked.Store, folder);
            await using Workbench bench = await Workbench.OpenAsync(host, asked, folder);
            await work(asked, host, bench);
        }
        finally
        {
            if (asked.Keep is null) Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task<StoreHost> StartAsync(StoreKind kind, string folder) => kind switch
    {
        StoreKind.Memory => new MemoryHost(),
        StoreKind.Sqlite => new SqliteHost(folder),
        _ => await PostgreSqlHost.StartAsync(folder),
    };
}
