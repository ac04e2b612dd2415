namespace CommitmentLedger.Conformance.Tests.Snippets.MSTest;

/// <summary>The three lines for MSTest, as the guide shows them.</summary>
internal sealed class MSTestSnippet
{
    #region Conformance_MSTest
    public static IEnumerable<object[]> Names => ConformanceKit.Names.Select(name => new object[] { name });

    [TestMethod, DynamicData(nameof(Names))]
    public Task My_store_keeps_the_contract(string name) => ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
    #endregion
}
