using Skip = CommitmentLedger.Conformance.Tests.Snippets.TUnit.TUnitSkip;

namespace CommitmentLedger.Conformance.Tests.Snippets.TUnit;

/// <summary>The kit in TUnit, as the guide shows it.</summary>
internal sealed class TUnitSnippet
{
    #region Conformance_TUnit
    public static IEnumerable<string> Names() => ConformanceKit.Names;

    [Test, MethodDataSource(nameof(Names))]
    public async Task My_store_keeps_the_contract(string name)
    {
        CheckResult result = await ConformanceKit.Check(name).RunAsync(new MyStoreUnderTest());
        if (result.Outcome == CheckOutcome.DoesNotApply) Skip.Test(result.Detail!);
    }
    #endregion
}
