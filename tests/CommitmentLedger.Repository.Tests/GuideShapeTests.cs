using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>Every page to learn from has the same headings in the same order, so that a reader of one knows where to look in the next.</summary>
public partial class GuideShapeTests
{
    /// <summary>A book for authors of storage adapters, with chapters of its own.</summary>
    private const string Book = "docs/guides/writing-a-store.md";

    private static readonly string[] Shape = ["What it is for", "Use", "Defaults", "Patterns", "Anti-patterns"];

    [GeneratedRegex(@"^## (?<heading>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    public static TheoryData<string> Guides() =>
        [.. Repo.Files("docs", ".md").Where(path => path != Book && (!IsReference(path) || path == "docs/reference/telemetry.md"))];

    /// <summary>Lists to look something up in, and decisions, have the shape of what they list.</summary>
    private static bool IsReference(string path) => path.StartsWith("docs/reference/", StringComparison.Ordinal) || path.StartsWith("docs/adr/", StringComparison.Ordinal);

    private static string[] Headings(string text) => [.. Heading().Matches(text).Select(match => match.Groups["heading"].Value)];

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_has_the_five_headings_in_order(string page) => Headings(Repo.Read(page)).Should().Equal(Shape, "{0} has the shape of every guide", page);

    [Fact]
    public void Another_order_is_seen() =>
        Headings("# Title\n\n## Use\n\ntext\n\n### Part\n\n## What it is for\n").Should().Equal("Use", "What it is for");
}
