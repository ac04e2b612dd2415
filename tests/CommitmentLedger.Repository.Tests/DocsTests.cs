using System.Text.RegularExpressions;
using CommitmentLedger.Conformance;

namespace CommitmentLedger.Repository.Tests;

/// <summary>What the docs show is compiled, run, and printed by real code.</summary>
public partial class DocsTests
{
    private const string StoreGuide = "docs/guides/writing-a-store.md";

    [GeneratedRegex(@"(?:<!-- (?<kind>snippet|output): (?<name>\w+) -->\n)?```(?<language>\w*)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ ]*#region (?<name>\w+)\n(?<code>.*?)\n[ ]*#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\]\((?<target>[^)#:\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\*)\*(?<text>[A-Z][^*\n]+)\*(?!\*)")]
    private static partial Regex Italics();

    [GeneratedRegex(@"<PackageReference Include=""(?<name>[^""]+)"" Version=""(?<version>[^""]+)""")]
    private static partial Regex Package();

    [GeneratedRegex(@"<None Include=""\$\(RepositoryRoot\)(?<path>[\w.]+)[^""]*"" Pack=""true""")]
    private static partial Regex Packed();

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
    public void The_guide_to_stores_stands_alone() => Link().Matches(Repo.Read(StoreGuide)).Should().BeEmpty("it is read from the package, where nothing else is");

    [Fact]
    public void The_guide_to_stores_prints_the_contract_as_it_stands_in_the_source()
    {
        string[] files = ["ILedgerStore", "IStoreImporter", "IStoreScrubber", "IStoreRebuilder", "IStoreDoctor", "ITransactionalStore"];
        string contract = string.Concat(files.Select(file => ContractText.Of($"src/CommitmentLedger/Storage/{file}.cs")));

        string shown = Repo.Read(StoreGuide).Split("<!-- contract: begin -->\n\n")[1].Split("<!-- contract: end -->")[0];

        shown.Should().Be(contract);
    }

    [Fact]
    public void The_guide_to_stores_names_checks_that_there_are_and_packages_as_they_are_used()
    {
        string guide = Repo.Read(StoreGuide);
        string[] named = [.. Italics().Matches(guide).Select(match => match.Groups["text"].Value)];

        named.Where(name => !ConformanceKit.Names.Any(check => check.StartsWith(name, StringComparison.Ordinal))).Should().BeEmpty();
        named.Length.Should().BeGreaterThan(40);
        foreach (Match package in Package().Matches(guide))
        {
            string used = package.Groups["name"].Value == "CommitmentLedger.Conformance"
                ? $"<Version>{package.Groups["version"].Value}</Version>"
                : $"Include=\"{package.Groups["name"].Value}\" Version=\"{package.Groups["version"].Value}\"";
            (Repo.Read("Directory.Packages.props") + Repo.Read("Directory.Build.props")).Should().Contain(used);
        }
    }

    [Fact]
    public void What_the_readme_of_the_package_links_to_is_in_the_package()
    {
        string[] packed = [.. Packed().Matches(Repo.Read("Directory.Build.props")).Select(match => match.Groups["path"].Value)];

        Link().Matches(Repo.Read("README.md")).Select(link => link.Groups["target"].Value)
            .Where(target => !packed.Contains(target.Split('/')[0])).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_that_ships_needs_Entity_Framework_or_Dapper() =>
        Repo.Files("src", ".csproj").Where(path => Repo.Read(path).Contains("EntityFramework", StringComparison.Ordinal) || Repo.Read(path).Contains("Dapper", StringComparison.Ordinal))
            .Should().BeEmpty();

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
