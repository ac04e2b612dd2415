using Assert = CommitmentLedger.Conformance.Tests.Snippets.NUnit.NUnitAssert;

namespace CommitmentLedger.Conformance.Tests.Snippets.NUnit;

/// <summary>The kit in NUnit, as the guide shows it.</summary>
internal sealed class NUnitSnippet
{
    #region Conformance_NUnit
    [TestCaseSource(typeof(ConformanceKit), nameof(ConformanceKit.Names))]
    public async Task My_store_keeps_the_contract(string name)
    {
        CheckResult result = await ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
        if (result.Outcome == CheckOutcome.DoesNotApply) Assert.Ignore(result.Detail);
    }
    #endregion
}
