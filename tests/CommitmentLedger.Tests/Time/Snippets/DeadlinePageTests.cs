using System.Reflection;
using NodaTime.TimeZones;

namespace CommitmentLedger.Tests.Time.Snippets;

public class DeadlinePageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/concepts/how-a-deadline-is-computed.md");
    private static readonly string Code = RepositoryFiles.Read("tests/CommitmentLedger.Tests/Time/Snippets/DeadlineSnippets.cs");

    public static TheoryData<string> Snippets => new(typeof(DeadlineSnippets).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Snippets))]
    public void The_page_shows_the_code_that_runs(string name)
    {
        string region = Code.Split($"#region {name}\n")[1].Split("#endregion")[0].TrimEnd();
        string dedented = string.Join('\n', region.Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim()));

        Page.Should().Contain($"<!-- snippet: {name} -->\n```csharp\n{dedented}\n```\n");
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void The_page_shows_what_the_code_prints(string name)
    {
        using var output = new StringWriter { NewLine = "\n" };

        typeof(DeadlineSnippets).GetMethod(name)!.Invoke(null, [output]);

        // The page was written under one version of the tz database; a newer one prints its own name and nothing else new.
        string printed = output.ToString().Replace(TzdbDateTimeZoneSource.Default.TzdbVersion, "2026c", StringComparison.Ordinal);
        Page.Should().Contain($"<!-- output: {name} -->\n```text\n{printed}```\n");
    }
}
