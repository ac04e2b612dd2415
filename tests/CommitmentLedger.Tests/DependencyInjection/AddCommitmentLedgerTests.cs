using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommitmentLedger.Tests.DependencyInjection;

public class AddCommitmentLedgerTests
{
    [Fact]
    public void Without_a_store_the_ledger_says_which_calls_to_make()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger();
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<Ledger>).Should().Throw<InvalidOperationException>().WithMessage("*UseSqlite, UsePostgreSql or UseStore*");
    }

    [Fact]
    public async Task The_ledger_is_one_and_the_last_store_chosen_is_taken()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger(options => options.Zone = Some.Dubai).UseStore<NoStore>().UseStore<InMemoryLedgerStore>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<Ledger>().Should().BeSameAs(provider.GetRequiredService<Ledger>());
        provider.GetServices<ILedgerStore>().Should().ContainSingle().Which.Should().BeOfType<InMemoryLedgerStore>();
        (await provider.GetRequiredService<Ledger>().ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("call"))).Zone.Should().Be(Some.Dubai);
    }

    [Fact]
    public void Options_are_checked_when_the_ledger_is_first_resolved()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger(options => options.MaxAttempts = 0).UseStore(_ => new InMemoryLedgerStore());
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<Ledger>).Should().Throw<OptionsValidationException>().WithMessage("*MaxAttempts*");
    }

    private sealed class NoStore : ILedgerStore
    {
        public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
