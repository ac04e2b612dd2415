namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>The whole kit as one test, as the guide shows it for every framework.</summary>
public class OneTestSnippet
{
    [Fact]
    #region Conformance_OneTest
    public async Task The_store_conforms()
    {
        ConformanceReport report = await ConformanceKit.RunAsync(() => new InMemoryUnderTest());
        Console.WriteLine(report.ToMarkdown());
        report.EnsureConforms();
    }
    #endregion
}
