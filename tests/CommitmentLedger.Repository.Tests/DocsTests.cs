using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>What the docs show is compiled, run, and printed by real code.</summary>
public partial class DocsTests
{
    [GeneratedRegex(@"(?:<!-- (?<kind>snippet|output): (?<name>\w+) -->\n)?```(?<language>\w*)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ ]*#region (?<name>\w+)\n(?<code>.*?)\n[ ]*#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\]\((?<target>[^)#:\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    private static IEnumerable<string> Pages() => ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. Repo.Files("docs", ".md")];

    private static Dictionary<string, string> Snippets() =>
        Repo.Files("tests", ".cs").Concat(Repo.Files("samples", ".cs")).Where(path => path.Contains("Snippets", StringComparison.Ordinal) || path.StartsWith("samples/", StringComparison.Ordinal))
            .SelectMany(path => Region().Matches(Repo.Read(path)))
            .ToDictionary(match => match.Groups["name"].Value, match => Dedent(match.Groups["code"].Value));

    [Fact]
    public void Every_csharp_fence_in_the_docs_is_a_snippet_that_a_test_compiles_and_runs()
    {
        Dictionary<string, string> snippets = Snippets();
        foreach ((string page, Match fence) in from page in Pages() from Match fence in Fence().Matches(Repo.Read(page)) select (page, fence))
        {
            if (fence.Groups["language"].Value is not ("csharp" or "cs")) continue;
            string name = fence.Groups["name"].Value;
            name.Should().NotBeEmpty("{0} has code that nothing compiles: {1}", page, fence.Groups["code"].Value);
            snippets.Should().ContainKey(name, "{0} shows it", page);
            fence.Groups["code"].Value.Should().Be(snippets[name], "{0} shows {1} as it is compiled", page, name);
        }
    }

    [Fact]
    public void Every_snippet_is_shown_somewhere()
    {
        string[] shown = [.. Pages().SelectMany(page => Fence().Matches(Repo.Read(page))).Select(fence => fence.Groups["name"].Value)];

        Snippets().Keys.Should().BeSubsetOf(shown);
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (string page in Pages())
        {
            foreach (Match link in Link().Matches(Repo.Read(page)))
            {
                string target = Path.Combine(Repo.Root, Path.GetDirectoryName(page)!, link.Groups["target"].Value);
                (File.Exists(target) || Directory.Exists(target)).Should().BeTrue("{0} links to {1}", page, link.Groups["target"].Value);
            }
        }
    }

    [Fact]
    public void A_code_fence_without_a_name_would_be_seen() =>
        Fence().Matches("text\n```csharp\nint x;\n```\n").Should().ContainSingle().Which.Groups["name"].Value.Should().BeEmpty();

    private static string Dedent(string code)
    {
        string[] lines = code.Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));
    }
}
