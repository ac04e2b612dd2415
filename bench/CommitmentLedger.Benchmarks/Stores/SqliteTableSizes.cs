using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>What the tables of a SQLite file take, as the sqlite3 program tells: the library that .NET uses is built without the table that knows it.</summary>
internal static class SqliteTableSizes
{
    // A page's path has a slash for each level, from the root to the page.
    private const string Question =
        """
        SELECT t.name,
               (SELECT sum(ncell) FROM dbstat d WHERE d.name = t.name AND (d.pagetype = 'leaf' OR t.sql LIKE '%WITHOUT ROWID%')),
               (SELECT sum(pgsize) FROM dbstat d WHERE d.name = t.name),
               (SELECT coalesce(sum(pgsize), 0) FROM dbstat d JOIN sqlite_schema i ON i.name = d.name WHERE i.type = 'index' AND i.tbl_name = t.name),
               (SELECT max(length(path) - length(replace(path, '/', ''))) FROM dbstat d JOIN sqlite_schema i ON i.name = d.name
                 WHERE d.pagetype <> 'overflow' AND i.tbl_name = t.name)
          FROM sqlite_schema t
         WHERE t.type = 'table' AND t.name LIKE 'ledger_%'
        """;

    public static async Task<IReadOnlyList<TableSize>> MeasureAsync(string file)
    {
        try
        {
            using Process program = Process.Start(new ProcessStartInfo("sqlite3", ["-readonly", file, Question]) { RedirectStandardOutput = true })!;
            string output = await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException("The sizes of a SQLite file are told by the sqlite3 program. Install it, so that it can be started by its name.", problem);
        }
    }

    private static TableSize Read(string line)
    {
        string[] cells = line.Split('|');
        return new TableSize(cells[0], Number(1), Number(2), Number(3), (int)Number(4));

        long Number(int cell) => long.Parse(cells[cell], CultureInfo.InvariantCulture);
    }
}
