namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>The three lines for xunit, as the guide shows them.</summary>
public class XunitSnippet
{
    #region Conformance_Xunit
    public static TheoryData<string> Names => [.. ConformanceKit.Names];

    [Theory, MemberData(nameof(Names))]
    public Task My_store_keeps_the_contract(string name) => ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
    #endregion
}
