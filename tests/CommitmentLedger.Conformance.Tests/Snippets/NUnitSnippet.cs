namespace CommitmentLedger.Conformance.Tests.Snippets.NUnit;

/// <summary>The three lines for NUnit, as the guide shows them.</summary>
internal sealed class NUnitSnippet
{
    #region Conformance_NUnit
    [TestCaseSource(typeof(ConformanceKit), nameof(ConformanceKit.Names))]
    public Task My_store_keeps_the_contract(string name) => ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
    #endregion
}
