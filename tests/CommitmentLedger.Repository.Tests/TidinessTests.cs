using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>A few rules of style, each with a test that it bites.</summary>
public partial class TidinessTests
{
    private const int MaxLineLength = 200;
    private const int MaxFileLength = 250;

    private static readonly string[] Text = [".cs", ".md", ".sql", ".resx", ".csproj", ".props"];
    private static readonly string[] Folders = ["src", "tests", "samples", "bench", "docs"];

    /// <summary>Words that VOCABULARY avoids because they mean two things.</summary>
    [GeneratedRegex(@"\b(ticket|Promisor|Promisee|resolved ticket|SLA met)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Avoided();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b|Skip\s*=\s*""")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"(?<![\w/])/(work|root|home|tmp/\w+|usr/share)/")]
    private static partial Regex MachinePath();

    private static IEnumerable<string> All() =>
        Folders.Where(folder => Directory.Exists(Path.Combine(Repo.Root, folder))).SelectMany(folder => Text.SelectMany(ending => Repo.Files(folder, ending)))
            .Where(path => !path.StartsWith("tests/CommitmentLedger.Repository.Tests/", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_left_over() => Offenders(All(), LeftOver().IsMatch).Should().BeEmpty();

    [Fact]
    public void Avoided_words_are_avoided() => Offenders(All().Where(path => path.StartsWith("src/", StringComparison.Ordinal)), Avoided().IsMatch).Should().BeEmpty();

    [Fact]
    public void No_path_of_a_machine_is_written_down() => Offenders(All(), MachinePath().IsMatch).Should().BeEmpty();

    [Fact]
    public void Lines_fit_on_a_screen() => Offenders(Repo.Files("src", ".cs"), line => line.Length > MaxLineLength).Should().BeEmpty();

    [Fact]
    public void Files_have_one_reason_to_change() =>
        Repo.Files("src", ".cs").Where(path => Repo.Read(path).Split('\n').Length > MaxFileLength).Should().BeEmpty();

    [Fact]
    public void Files_end_with_one_line_break_and_have_no_trailing_blanks() =>
        All().Where(path => IsUntidy(Repo.Read(path))).Should().BeEmpty();

    [Fact]
    public void A_file_is_named_after_a_type_in_it() =>
        Repo.Files("src", ".cs").Where(path => !NamesItsType(Path.GetFileName(path), Repo.Read(path))).Should().BeEmpty();

    [Theory]
    [InlineData("int x; // TODO later", true)]
    [InlineData("[Fact(Skip = \"flaky\")]", true)]
    [InlineData("hackney carriage", false)]
    public void Left_overs_are_seen(string line, bool expected) => LeftOver().IsMatch(line).Should().Be(expected);

    [Theory]
    [InlineData("Opens a Ticket for", true)]
    [InlineData("a cricket match", false)]
    public void Avoided_words_are_seen(string line, bool expected) => Avoided().IsMatch(line).Should().Be(expected);

    [Theory]
    [InlineData("cd /work/main", true)]
    [InlineData("dotnet run --project samples/HotelCheckIn", false)]
    [InlineData("https://example.org/work/", false)]
    public void Machine_paths_are_seen(string line, bool expected) => MachinePath().IsMatch(line).Should().Be(expected);

    [Theory]
    [InlineData("a\n", false)]
    [InlineData("a", true)]
    [InlineData("a\n\n", true)]
    [InlineData("a \nb\n", true)]
    public void Untidy_endings_are_seen(string text, bool expected) => IsUntidy(text).Should().Be(expected);

    [Theory]
    [InlineData("Ledger.Verbs.cs", "public sealed partial class Ledger", true)]
    [InlineData("Other.cs", "public sealed partial class Ledger", false)]
    public void A_wrongly_named_file_is_seen(string name, string text, bool expected) => NamesItsType(name, text).Should().Be(expected);

    private static bool IsUntidy(string text) =>
        !text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal) || text.Split('\n').Any(line => line.EndsWith(' ') || line.EndsWith('\t'));

    private static bool NamesItsType(string file, string text) =>
        file is "AssemblyInfo.cs" or "GlobalUsings.cs" || Regex.IsMatch(text, $@"\b(class|record|struct|interface|enum)\s+{Regex.Escape(file.Split('.')[0])}\b");

    private static IEnumerable<string> Offenders(IEnumerable<string> files, Func<string, bool> offends) =>
        from path in files
        from line in Repo.Read(path).Split('\n').Index()
        where offends(line.Item)
        select $"{path}:{line.Index + 1}: {line.Item.Trim()}";
}
