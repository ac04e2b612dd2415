using CommitmentLedger.Conformance;
using Xunit.Abstractions;

namespace CommitmentLedger.Sqlite.Tests.Conformance;

/// <summary>The store keeps the contract, check by check, as every other store must.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>The first two need two writers, and SQLite has one; the others count round trips, and there are none in the caller's own process.</summary>
    private static readonly string[] NotApplying =
    [
        "A store that does not write alone lets others append while a transaction that has written is open",
        "The feed keeps order and loses nothing when an early transaction commits late",
        "A load costs at most one round trip, however much is asked and however long the history",
        "An append of many entries costs no more round trips than one of one entry",
        "A list of many appends costs no more round trips than a list of one",
        "The first entries of a long feed cost at most two round trips",
    ];

    /// <summary>Each check is run once, whoever asks first: its own test, or that of the whole report.</summary>
    private static readonly Dictionary<string, CheckResult> Known = [];

    public static TheoryData<string> Names => [.. ConformanceKit.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task The_store_keeps_the_contract(string name)
    {
        CheckResult result = await OnceAsync(ConformanceKit.Check(name));
        output.WriteLine($"{result.Outcome}: {result.Detail}");
        if (result.Outcome == CheckOutcome.Failed) Assert.Fail(result.Detail);
    }

    [Fact]
    [Proves("GEN-04", 'c')]
    public async Task The_store_conforms_no_check_is_forgotten_and_those_that_do_not_apply_are_known()
    {
        var results = new List<CheckResult>();
        foreach (ConformanceCheck check in ConformanceKit.Checks) results.Add(await OnceAsync(check));
        var report = new ConformanceReport("Sqlite", results);
        output.WriteLine(report.ToMarkdown());
        report.EnsureConforms();
        results.Where(result => result.Outcome == CheckOutcome.DoesNotApply).Select(result => result.Check).Should().BeEquivalentTo(NotApplying);
    }

    private static async Task<CheckResult> OnceAsync(ConformanceCheck check) =>
        Known.TryGetValue(check.Name, out CheckResult? known) ? known : Known[check.Name] = await check.TryRunAsync(new SqliteStoreUnderTest());
}
