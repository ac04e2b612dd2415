namespace CommitmentLedger.Benchmarks;

/// <summary>What the benchmark can do, for whoever runs it without an argument.</summary>
internal static class Help
{
    private const string Text =
        """
        load      measures whole operations against a real store, in turns with the raw driver, and prints a table
          --store memory|sqlite|postgresql   which store; needed
          --size 10k|1m|10m                  how many commitments it has before anything is measured; the default is 10k
          --only NAME,NAME                   the measurements to run; all of them by default
          --rounds N                         how many rounds count, from 5, which is the default
          --seconds N                        how long a side works in a round, where it works for a time; the default is 2
          --warm-up N                        for how many seconds a measurement runs before it counts; the default is 10
          --keep FOLDER                      keeps the filled store there for the next run, which then fills nothing
          --out FILE                         also writes the table to a file, with the machine described
          PostgreSQL is the server of COMMITMENTLEDGER_POSTGRES, or a cluster of the benchmark's own while it runs.
        sizes     fills a store like load and tells what its tables and indexes take; --store, --size and --keep as above
        micro     measures single calls with BenchmarkDotNet, whose arguments follow, such as --filter '*Codec*'
        calendar  compares due times with each other and with a plain addition

        Measurements of the load mode:
        """;

    public static void Print(TextWriter output)
    {
        output.WriteLine(Text);
        foreach (Measurement measurement in AllMeasurements.InOrder) output.WriteLine($"  {measurement.Name}");
    }
}
