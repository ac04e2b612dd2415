using Xunit.Abstractions;

namespace CommitmentLedger.Conformance.Tests.Snippets;

#region Conformance_Xunit
/// <summary>Runs each check once, whoever asks first, and writes the report when all tests have ended.</summary>
public sealed class KitRun : IDisposable
{
    private readonly List<CheckResult> _results = [];

    public ConformanceReport Report => new("MyStore", _results);

    public async Task<CheckResult> OnceAsync(string name)
    {
        if (_results.Find(result => result.Check == name) is { } known) return known;
        _results.Add(await ConformanceKit.Check(name).TryRunAsync(new MyStoreUnderTest()));
        return _results[^1];
    }

    public void Dispose() => File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "conformance.md"), Report.ToMarkdown());
}

public class ConformanceTests(KitRun kit, ITestOutputHelper output) : IClassFixture<KitRun>
{
    // What nobody looks at, and why you agree. A line that you cannot defend is work to do.
    private static readonly string[] Agreed =
    [
        "Killing a process needs StoreUnderTest.StartCrashChild, which is not overridden or returned null.",
        "The store is not disposable: there is no call after disposal.",
    ];

    public static TheoryData<string> Names => [.. ConformanceKit.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task My_store_keeps_the_contract(string name)
    {
        CheckResult result = await kit.OnceAsync(name);
        output.WriteLine($"{result.Outcome} {result.Detail}");
        Assert.True(result.Outcome != CheckOutcome.Failed, result.Detail);
    }

    [Fact]
    public async Task Every_check_has_run_and_what_does_not_apply_is_agreed()
    {
        foreach (string name in ConformanceKit.Names) await kit.OnceAsync(name);
        Assert.Empty(kit.Report.NotRun);
        Assert.DoesNotContain(kit.Report.Results, result => result.Outcome == CheckOutcome.DoesNotApply && !Agreed.Contains(result.Detail));
    }
}
#endregion
