using CommitmentLedger.Conformance;

namespace CommitmentLedger.Sqlite.Tests.Conformance;

/// <summary>Runs each check of the kit once, whoever asks first: the test of the check, or the test of the whole report.</summary>
public sealed class KitRun
{
    private readonly Dictionary<string, CheckResult> _results = [];

    internal async Task<CheckResult> OnceAsync(ConformanceCheck check, Func<StoreUnderTest> newSubject)
    {
        if (!_results.TryGetValue(check.Name, out CheckResult? result)) _results[check.Name] = result = await RunAsync(check, newSubject());
        return result;
    }

    private static async Task<CheckResult> RunAsync(ConformanceCheck check, StoreUnderTest subject)
    {
        try
        {
            return await check.RunAsync(subject);
        }
        catch (ConformanceException problem)
        {
            return new CheckResult(check.Name, check.Level, CheckOutcome.Failed, problem.Message);
        }
    }
}
