namespace CommitmentLedger.Conformance.Tests.Snippets.NUnit;

/// <summary>Stands in for NUnit's Assert, so that the guide's lines are compiled without the framework.</summary>
internal static class NUnitAssert
{
    public static void Ignore(string? message) => Console.WriteLine(message);
}
