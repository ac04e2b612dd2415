using System.Globalization;
using System.Runtime.InteropServices;

namespace CommitmentLedger.Benchmarks;

/// <summary>What a run ran on, as far as it bears on the figures. It names neither the machine nor its user.</summary>
internal static class Machine
{
    /// <summary>A Markdown list.</summary>
    public static async Task<string> DescribeAsync(StoreHost host, string folder)
    {
        double gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"Date: {DateTime.UtcNow:yyyy-MM-dd}"),
            string.Create(CultureInfo.InvariantCulture, $"Processor: {Processor()}, {Environment.ProcessorCount} cores for this process; memory: {gigabytes:F0} GiB"),
            $"System: {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture}); {RuntimeInformation.FrameworkDescription}",
            $"Disk: {new DriveInfo(folder).DriveFormat}",
            $"Store: {await host.DescribeAsync()}",
        ];
        return string.Join('\n', lines.Select(Paragraph.Item));
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        string? line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
