using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The README's program prints what the README says, apart from what differs from day to day.</summary>
public sealed partial class FirstPromiseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    [GeneratedRegex(@"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\w{3,9}day \d{1,2} \w+ \d{4}, \d\d:\d\d|\w{3} \d{1,2} \w{3}( \d{4})?( \d\d:\d\d)?|\d\d:\d\d(?= *, by)")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"<!-- output: FirstPromise -->\n```\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_readme_shows_what_its_program_prints()
    {
        string shown = Shown().Match(Repo.Read("README.md")).Groups["text"].Value;

        string printed = await RunAsync();

        Mask(printed).Should().Be(Mask(shown), "README.md should show:\n{0}", printed);
    }

    private static string Mask(string text) => Moment().Replace(Reference().Replace(Space().Replace(text.Trim(), " "), "XXXX-XXXX"), "<when>");

    private async Task<string> RunAsync()
    {
        // Built beside the tests, for the same configuration and framework.
        string bin = AppContext.BaseDirectory.Replace(Path.Combine("tests", "CommitmentLedger.Repository.Tests"), Path.Combine("samples", "FirstPromise"), StringComparison.Ordinal);
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(bin, "FirstPromise.dll")]) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return printed;
    }
}
