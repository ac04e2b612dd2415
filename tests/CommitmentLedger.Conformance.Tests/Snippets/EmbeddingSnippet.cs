using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using WritingAStore;

namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>A finished store behind a ledger, as the guide shows it.</summary>
public sealed class EmbeddingSnippet : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"embedded-{Guid.NewGuid():N}.ledger");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task The_container_disposes_the_store_that_the_ledger_was_given()
    {
        string path = _path;
        #region WritingAStore_Embed
        FileLedgerStore store = await FileLedgerStore.OpenAsync(path);
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UseStore(_ => store);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();
        #endregion

        await ledger.ActingAs(new Actor(Team.Of("reception"), Channel.Phone)).For(CustomerId.Of("guest-7731")).BriefAsync(new Occasion("check-in"));
        await provider.DisposeAsync();

        using FileLedgerStore again = await FileLedgerStore.OpenAsync(path);
        (await again.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync()).Should().BePositive("the briefing was written down before the file was closed");
    }

    [Fact]
    public async Task A_ledger_that_nobody_asked_for_leaves_the_store_open()
    {
        using FileLedgerStore store = await FileLedgerStore.OpenAsync(_path);
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UseStore(_ => store);

        await services.BuildServiceProvider().DisposeAsync();

        (await store.LoadAsync(CrashChild.Stream(0), LoadScope.OpenOnly, default)).Should().BeNull();
    }

    [Fact]
    public void Printing_the_checks_shows_what_to_design_for()
    {
        using var output = new StringWriter();
        #region Conformance_Print
        foreach (ConformanceCheck check in ConformanceKit.Checks)
            output.WriteLine($"{check.Level}: {check.Name} ({string.Join(' ', check.Cases)})\n    {check.Why}");
        #endregion

        output.ToString().Should().Contain("Core: The first append makes the stream (A3 A8)");
    }
}
