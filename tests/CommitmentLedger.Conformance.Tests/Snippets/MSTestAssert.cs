namespace CommitmentLedger.Conformance.Tests.Snippets.MSTest;

/// <summary>Stands in for MSTest's Assert, so that the guide's lines are compiled without the framework.</summary>
internal static class MSTestAssert
{
    public static void Inconclusive(string? message) => Console.WriteLine(message);
}
