using System.Diagnostics;
using System.Text;

namespace HandoffDesk;

/// <summary>Starts the desks one after the other, lets all of them read at once, and compares what they read.</summary>
internal static class Office
{
    public static async Task<int> RunAsync(string store)
    {
        var desks = new List<(Desk Desk, Process Process)>();
        var did = new List<string>();
        try
        {
            foreach (Desk desk in DeskStory.Desks)
            {
                Process process = Start(desk, store);
                desks.Add((desk, process));
                did.Add(await ReadPageAsync(process));
            }

            string[] read = await Task.WhenAll(desks.Select(desk => ReadBriefingAsync(desk.Process)));

            string[] names = [.. desks.Select(desk => $"{desk.Desk.Actor}{Environment.NewLine}process {desk.Process.Id}")];
            Console.WriteLine(Columns.SideBySide(names, did, read));
            Console.WriteLine();
            Console.WriteLine(IsSame(read)
                ? $"All three read the same briefing, at ledger position {PositionIn(read[0])}."
                : $"The three did not read the same briefing: {string.Join(", ", read.Select((page, number) => $"{desks[number].Desk.Name} at ledger position {PositionIn(page)}"))}.");
            return IsSame(read) ? 0 : 1;
        }
        catch (EndOfStreamException ended)
        {
            await Console.Error.WriteLineAsync(ended.Message);
            return 1;
        }
        finally
        {
            foreach ((_, Process process) in desks) process.Dispose();
        }
    }

    private static bool IsSame(string[] pages) => pages.Distinct(StringComparer.Ordinal).Count() == 1;

    private static string PositionIn(string page) =>
        page.Split(Environment.NewLine).First(line => line.StartsWith(BriefingPanel.Position, StringComparison.Ordinal))[BriefingPanel.Position.Length..];

    private static Process Start(Desk desk, string store) => Process.Start(new ProcessStartInfo("dotnet", [typeof(Office).Assembly.Location, "desk", desk.Name, store])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private static async Task<string> ReadBriefingAsync(Process process)
    {
        await process.StandardInput.WriteLineAsync("The customer is on her way.");
        string page = await ReadPageAsync(process);
        await process.WaitForExitAsync();
        return page;
    }

    private static async Task<string> ReadPageAsync(Process process)
    {
        var page = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == DeskProcess.EndOfPage) return page.ToString().TrimEnd();
            page.AppendLine(line);
        }

        throw new EndOfStreamException("A desk ended before it had told everything. What it wrote above says why.");
    }
}
