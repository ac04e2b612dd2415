using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>The reference of verbs names every command, every event and every refusal code, and a test shows each code.</summary>
public partial class VerbsReferenceTests
{
    private const string Page = "docs/reference/verbs.md";

    [GeneratedRegex(@"(?:new Refusal\(|Refuse\(|new\()\s*""(?<code>[a-z]+(_[a-z]+)+)""|\?\s*""(?<code>[a-z]+(_[a-z]+)+)""\s*:\s*""(?<code>[a-z]+(_[a-z]+)+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"JsonDerivedType\(typeof\((?<type>\w+)\), ""(?<name>[a-z-]+)""\)")]
    private static partial Regex Derived();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| `(?<type>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<code>[a-z]+(_[a-z]+)+)`")]
    private static partial Regex Quoted();

    private static string[] CodesInSource() =>
    [
        .. Repo.Files("src/CommitmentLedger", ".cs").Where(path => !path.Contains("/Time/", StringComparison.Ordinal))
            .SelectMany(path => Code().Matches(Repo.Read(path)))
            .SelectMany(match => match.Groups["code"].Captures.Select(capture => capture.Value))
            .Append("commitment_closed").Append("out_of_turn").Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_refusal_code_is_in_the_reference_and_no_other()
    {
        string[] documented = [.. Quoted().Matches(Repo.Read(Page)).Select(match => match.Groups["code"].Value).Distinct()];

        documented.Should().BeEquivalentTo(CodesInSource());
        CodesInSource().Length.Should().BeGreaterThan(40);
    }

    [Fact]
    public void Every_refusal_code_is_covered_by_a_test()
    {
        string tests = string.Concat(Repo.Files("tests/CommitmentLedger.Tests", ".cs").Select(Repo.Read));

        CodesInSource().Where(code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_command_and_every_event_is_in_the_reference()
    {
        string page = Repo.Read(Page);

        foreach (string file in new[] { "src/CommitmentLedger/Model/Command.cs", "src/CommitmentLedger/Model/LedgerEvent.cs" })
            Derived().Matches(Repo.Read(file)).Select(match => match.Groups["type"].Value).Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_verb_has_a_row_with_the_name_that_a_client_sends_and_its_command()
    {
        static IEnumerable<(string Name, string Type)> Pairs(MatchCollection matches) => matches.Select(match => (match.Groups["name"].Value, match.Groups["type"].Value));

        Pairs(Row().Matches(Repo.Read(Page))).Should().BeEquivalentTo(Pairs(Derived().Matches(Repo.Read("src/CommitmentLedger/Model/Command.cs"))));
    }

    [Fact]
    public void Every_event_and_command_type_has_a_name_of_its_own()
    {
        foreach ((Type parent, string file) in new[] { (typeof(Command), "Command.cs"), (typeof(LedgerEvent), "LedgerEvent.cs") })
        {
            string[] named = [.. Derived().Matches(Repo.Read($"src/CommitmentLedger/Model/{file}")).Select(match => match.Groups["type"].Value)];

            // What stands in the place of an event that cannot be read is never written, and so has no name.
            parent.Assembly.GetTypes().Where(type => !type.IsAbstract && parent.IsAssignableFrom(type) && type != typeof(Unreadable)).Select(type => type.Name).Should().BeEquivalentTo(named);
        }
    }
}
