using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>Who may know whom: what is pure stays pure.</summary>
public partial class LayeringTests
{
    private static readonly string[] Impure = ["DependencyInjection", "Integrity", "Json", "Storage"];

    /// <summary>Where awaiting, storing and logging live.</summary>
    private static readonly string[] Doors =
        ["Ledger.cs", "Ledger.Integrity.cs", "LedgerEngine.cs", "ActingLedger.cs", "ActingLedger.Verbs.cs", "BackgroundMarks.cs", "CustomerId.cs", "TenantId.cs"];

    [GeneratedRegex(@"\b(await|async|ILogger|TimeProvider|IClock|Random|NewGuid|Stopwatch|Thread|File|Console)\b|\bTask\b|\bCommitmentLedger\.Storage\b|\bLedgerEngine\b|\bActingLedger\b|\bnew Ledger\(")]
    private static partial Regex Forbidden();

    public static IEnumerable<string> PureFiles() =>
        Repo.Files("src/CommitmentLedger", ".cs")
            .Where(path => !Impure.Contains(path.Split('/')[2]) && !Doors.Contains(Path.GetFileName(path)));

    [Fact]
    public void Slices_briefing_and_time_know_neither_ledger_nor_storage_nor_the_world()
    {
        foreach (string path in PureFiles()) Violations(Repo.Read(path)).Should().BeEmpty("{0} is pure", path);
        PureFiles().Count().Should().BeGreaterThan(150);
    }

    [Theory]
    [InlineData("Task<int> x = null;", true)]
    [InlineData("await other;", true)]
    [InlineData("using CommitmentLedger.Storage;", true)]
    [InlineData("/// <summary>await nothing</summary>", false)]
    [InlineData("// A Task of the customer.", false)]
    [InlineData("int tasks = 3;", false)]
    public void The_rule_sees_what_it_should(string line, bool isForbidden) => Violations(line).Any().Should().Be(isForbidden);

    [Fact]
    public void Adapters_know_the_storage_contract_and_never_read_a_body()
    {
        foreach (string path in Repo.Files("src/CommitmentLedger.Sqlite", ".cs").Concat(Repo.Files("src/CommitmentLedger.PostgreSql", ".cs")))
            Repo.Read(path).Should().NotContainAny("System.Text.Json", "LedgerCodec", "Newtonsoft");
    }

    private static IEnumerable<string> Violations(string source) =>
        source.Split('\n').Select(line => line.Split("//")[0]).Where(line => Forbidden().IsMatch(line));
}
