using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

public class CancellationTests
{
    /// <summary>Cancels at one of the moments at which the ledger waits for the store.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whenever_the_caller_gives_up_the_promise_is_there_wholly_or_not_at_all_and_repeating_finishes_it(int moment)
    {
        using var giveUp = new CancellationTokenSource();
        var moments = new MomentStore(new InMemoryLedgerStore());
        moments.At = async count =>
        {
            if (count == moment) await giveUp.CancelAsync();
        };
        await using var ledger = new Ledger(moments, time: new ManualTime(Some.Monday));
        ActingLedger membership = ledger.ActingAs(Some.Membership);
        CommitmentId id = CommitmentId.New();

        bool isDone = true;
        try
        {
            await membership.For(Some.Guest).PromiseAsync(id, Some.Promise(), cancellationToken: giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            isDone = false;
        }

        int entries = await ledger.ReadHistoryAsync(Some.Guest).CountAsync();
        entries.Should().Be(isDone ? 1 : 0, "the caller was told what became of it");
        Receipt receipt = await membership.For(Some.Guest).PromiseAsync(id, Some.Promise());
        receipt.Commitment.Should().Be(id);
        (await ledger.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(1);
    }

    /// <summary>Counts the moments before and after each call of the store.</summary>
    private sealed class MomentStore(ILedgerStore inner) : ILedgerStore
    {
        private int _count;

        public Func<int, Task> At { get; set; } = _ => Task.CompletedTask;

        public async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
        {
            await At(++_count);
            return await inner.LoadAsync(stream, scope, cancellationToken);
        }

        public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
        {
            await At(++_count);
            IReadOnlyList<AppendResult> results = await inner.AppendAsync(appends, cancellationToken);
            await At(++_count);
            return results;
        }

        public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
            inner.ReadHistoryAsync(stream, afterVersion, cancellationToken);

        public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => inner.ReadFeedAsync(after, cancellationToken);

        public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);
    }
}
