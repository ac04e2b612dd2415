using CommitmentLedger.Conformance;
using Xunit.Abstractions;

namespace CommitmentLedger.PostgreSql.Tests.Conformance;

/// <summary>The store keeps the contract, check by check, as every other store must. All checks share one schema, one after another.</summary>
public sealed class ConformanceTests(DurableServer durable, ITestOutputHelper output) : OwnSchema, IClassFixture<DurableServer>
{
    /// <summary>The server keeps old versions of rows until it vacuums, as ScrubAsync says; a test of the data files would only show when that was.</summary>
    private static readonly string[] NotApplying = ["The bytes of a scrubbed body are gone from the data files too"];

    /// <summary>Each check is run once, whoever asks first: its own test, or that of the whole report.</summary>
    private static readonly Dictionary<string, CheckResult> Known = [];

    public static TheoryData<string> Names => [.. ConformanceKit.Names];

    [SkippableTheory, MemberData(nameof(Names))]
    public async Task The_store_keeps_the_contract(string name)
    {
        CheckResult result = await OnceAsync(ConformanceKit.Check(name));
        output.WriteLine($"{result.Outcome}: {result.Detail}");
        if (result.Outcome == CheckOutcome.Failed) Assert.Fail(result.Detail);
    }

    [SkippableFact]
    [Proves("GEN-04", 'c')]
    public async Task The_store_conforms_no_check_is_forgotten_and_those_that_do_not_apply_are_known()
    {
        var results = new List<CheckResult>();
        foreach (ConformanceCheck check in ConformanceKit.Checks) results.Add(await OnceAsync(check));
        var report = new ConformanceReport("PostgreSql", results);
        output.WriteLine(report.ToMarkdown());
        report.EnsureConforms();
        results.Where(result => result.Outcome == CheckOutcome.DoesNotApply).Select(result => result.Check).Should().BeEquivalentTo(NotApplying);
    }

    private async Task<CheckResult> OnceAsync(ConformanceCheck check)
    {
        // Without a server the test is skipped here.
        string server = Server;
        await durable.EnsureAsync();
        if (Known.TryGetValue(check.Name, out CheckResult? known)) return known;
        var subject = new PostgreSqlStoreUnderTest(server, Schema, Raw, countsRoundTrips: check.Level == ConformanceLevel.Fast);
        return Known[check.Name] = await check.TryRunAsync(subject);
    }
}
