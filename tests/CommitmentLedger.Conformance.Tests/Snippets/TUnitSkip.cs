namespace CommitmentLedger.Conformance.Tests.Snippets.TUnit;

/// <summary>Stands in for TUnit's Skip, so that the guide's lines are compiled without the framework.</summary>
internal static class TUnitSkip
{
    public static void Test(string reason) => Console.WriteLine(reason);
}
