using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>The scenarios, the tests that name their clauses, and the page that is made from both, agree.</summary>
public partial class ScenarioTests
{
    private const string Page = "docs/reference/scenarios.md";

    [GeneratedRegex("^[A-Z]+-[0-9]{2}$")]
    private static partial Regex Id();

    [Fact]
    public void Scenarios_have_ids_of_their_own_and_clauses_lettered_without_a_gap()
    {
        ScenarioFile file = ScenarioFile.Read();

        file.Scenarios.Select(scenario => scenario.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => Id().IsMatch(id));
        file.Scenarios.Select(scenario => scenario.Id.Split('-')[0]).Distinct().Should().BeEquivalentTo(file.Groups.Keys);
        foreach (Scenario scenario in file.Scenarios)
        {
            scenario.Clauses.Should().NotBeEmpty("{0} asks for something", scenario.Id);
            string.Concat(scenario.Clauses.Select(clause => clause.Letter)).Should().Be("abcdefghijklmnopqrstuvwxyz"[..scenario.Clauses.Count], "these are the letters of {0}", scenario.Id);
            foreach (string text in scenario.Clauses.Select(clause => clause.Text).Concat([scenario.Given, scenario.When]))
                text.Should().MatchRegex(@"^[^\s|].*\.$", "{0} is told in sentences that fit in a table", scenario.Id);
            if (scenario.Sample is { } sample) Directory.Exists(Path.Combine(Repo.Root, "samples", sample)).Should().BeTrue("{0} is shown by {1}", scenario.Id, sample);
        }
    }

    [Fact]
    public void What_tests_prove_are_clauses_that_there_are() =>
        Unknown(ScenarioFile.Read(), ProofScan.All()).Should().BeEmpty("a test proves a clause of tests/scenarios.json, and is a test");

    [Fact]
    public void The_page_of_scenarios_shows_the_file_and_the_tests_as_they_are()
    {
        string received = ScenarioPage.Of(ScenarioFile.Read(), ProofScan.All());
        string path = Path.Combine(Repo.Root, Page);
        string receivedPath = path.Replace(".md", ".received.md");
        if (File.Exists(path) && Repo.Read(Page) == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{Page} differs from what the scenarios and tests say. Read {receivedPath}, and copy it over the page.");
    }

    [Fact]
    public void A_scenario_that_is_proved_in_part_is_shown_so()
    {
        ScenarioFile file = ScenarioFile.Parse("""
            { "groups": { "LAB": "Laboratory" }, "scenarios": [
              { "id": "LAB-01", "given": "G.", "when": "W.", "then": { "a": "One.", "b": "Two." }, "sample": "Visit" },
              { "id": "LAB-02", "given": "G.", "when": "W.", "then": { "a": "Three." } } ] }
            """);

        string page = ScenarioPage.Of(file, [new Proof("LAB-01", 'b', "Tests.Second", Runs: true), new Proof("LAB-01", 'b', "Tests.First", Runs: true)]);

        page.Should().Contain("| Scenarios | 2 | 0 | 1 | 1 |\n| Clauses | 3 | 1 | | 2 |\n");
        page.Should().Contain("## Laboratory\n\n### LAB-01\n\nG. W. Shown by `samples/Visit`.\n");
        page.Should().Contain("| a | One. | **open** |\n| b | Two. | `Tests.First`<br>`Tests.Second` |\n").And.EndWith("| a | Three. | **open** |\n");
    }

    [Theory]
    [InlineData("LAB-01", 'a', true, 0)]
    [InlineData("LAB-01", 'z', true, 1)]
    [InlineData("LAB-99", 'a', true, 1)]
    [InlineData("LAB-01", 'a', false, 1)]
    public void A_proof_of_nothing_is_seen(string scenario, char letter, bool runs, int expected) =>
        Unknown(ScenarioFile.Read(), [new Proof(scenario, letter, "Tests.Some", runs)]).Should().HaveCount(expected);

    [Fact]
    public void Attributes_are_read_with_the_test_that_they_stand_on()
    {
        string source = string.Join('\n',
            "public class StoryTests",
            "{",
            "    [Fact]",
            "    [Proves(\"LAB-01\", 'a', 'c')]",
            "    [Proves(\"LAB-02\", 'b')]",
            "    [InlineData(",
            "        1)]",
            "    // [Proves(\"LAB-03\", 'a')]",
            "    public async Task First()",
            "    [SkippableTheory, Proves(\"LAB-04\", 'a')]",
            "    public void Second(string text) =>",
            "    [Proves(\"LAB-05\", 'a')]",
            "    public void NoTest()",
            "    [Fact]",
            "    public void ProvesNothing()");

        ProofScan.Of(source).Should().Equal(
            new Proof("LAB-01", 'a', "StoryTests.First", Runs: true),
            new Proof("LAB-01", 'c', "StoryTests.First", Runs: true),
            new Proof("LAB-02", 'b', "StoryTests.First", Runs: true),
            new Proof("LAB-04", 'a', "StoryTests.Second", Runs: true),
            new Proof("LAB-05", 'a', "StoryTests.NoTest", Runs: false));
    }

    [Theory]
    [InlineData("Lab, 'a'", "*on one line*")]
    [InlineData("\"LAB-01\", 'a'", "*on no method*")]
    public void An_attribute_that_would_be_passed_over_is_refused(string arguments, string expected) =>
        FluentActions.Invoking(() => ProofScan.Of($"    [Proves({arguments})]").ToList()).Should().Throw<FormatException>().WithMessage(expected);

    private static IEnumerable<Proof> Unknown(ScenarioFile file, IEnumerable<Proof> proofs) =>
        proofs.Where(proof => !proof.Runs || !file.Scenarios.Any(scenario => scenario.Id == proof.Scenario && scenario.Clauses.Any(clause => clause.Letter == proof.Letter)));
}
