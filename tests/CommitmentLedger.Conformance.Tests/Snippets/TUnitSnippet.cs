namespace CommitmentLedger.Conformance.Tests.Snippets.TUnit;

/// <summary>The three lines for TUnit, as the guide shows them.</summary>
internal sealed class TUnitSnippet
{
    #region Conformance_TUnit
    public static IEnumerable<string> Names() => ConformanceKit.Names;

    [Test, MethodDataSource(nameof(Names))]
    public Task My_store_keeps_the_contract(string name) => ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
    #endregion
}
