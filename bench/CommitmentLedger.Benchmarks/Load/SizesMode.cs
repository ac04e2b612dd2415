using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>Fills a store and tells what its tables and indexes take, a row and a commitment.</summary>
internal static class SizesMode
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => LoadMode.WithStoreAsync(arguments, async (_, host, bench) =>
    {
        IReadOnlyList<TableSize> tables = await bench.Store.MeasureTablesAsync();
        await Console.Out.WriteLineAsync($"{await host.DescribeAsync()}; {bench.Size:#,0} commitments of {bench.Population.Customers:#,0} customers\n");
        await Console.Out.WriteLineAsync("| Table | Rows | Bytes a row | Bytes of index a row | Levels of the deepest index |\n|---|--:|--:|--:|--:|");
        foreach (TableSize table in tables)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {table.Table} | {table.Rows:#,0} | {table.TableBytes / table.Rows:#,0} | {table.IndexBytes / table.Rows:#,0} | {table.IndexDepth} |"));
        }

        long total = tables.Sum(table => table.TableBytes + table.IndexBytes);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nTogether {total:#,0} bytes, {total / bench.Size:#,0} a commitment."));
    });
}
