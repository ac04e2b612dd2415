using Assert = CommitmentLedger.Conformance.Tests.Snippets.MSTest.MSTestAssert;

namespace CommitmentLedger.Conformance.Tests.Snippets.MSTest;

/// <summary>The kit in MSTest, as the guide shows it.</summary>
internal sealed class MSTestSnippet
{
    #region Conformance_MSTest
    public static IEnumerable<object[]> Names => ConformanceKit.Names.Select(name => new object[] { name });

    [TestMethod, DynamicData(nameof(Names))]
    public async Task My_store_keeps_the_contract(string name)
    {
        CheckResult result = await ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
        if (result.Outcome == CheckOutcome.DoesNotApply) Assert.Inconclusive(result.Detail);
    }
    #endregion
}
