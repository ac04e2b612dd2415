using CommitmentLedger.Storage;
using Xunit.Abstractions;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>What one call costs beside time: calls of the store and allocated bytes. Speed is measured in the benchmarks.</summary>
public sealed class CostTests(ITestOutputHelper output) : IAsyncDisposable
{
    /// <summary>What is measured as this is written, and a tenth more; unoptimized code allocates more than the package does.</summary>
    private const long MaxBytesForAPromise = 16_000;
    private const long MaxBytesForABriefing = 40_000;
    private const long MaxBytesForComposing = 13_500;

    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly Ledger _ledger = new(new InMemoryLedgerStore(), time: new ManualTime(Some.Monday));

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task A_promise_loads_once_and_appends_once_and_a_briefing_only_loads_before_it_is_given()
    {
        await using var ledger = new Ledger(_store, time: new ManualTime(Some.Monday));
        ActingLedger membership = ledger.ActingAs(Some.Membership);
        await membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());
        (int loads, int appends) = (_store.Loads, _store.Appends);

        await membership.For(CustomerId.Of("another")).PromiseAsync(CommitmentId.New(), Some.Promise());
        (_store.Loads, _store.Appends).Should().Be((loads + 1, appends + 1));

        var written = new TaskCompletionSource();
        _store.BeforeAppend = _ => written.Task;
        await membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));
        _store.Loads.Should().BeLessThanOrEqualTo(loads + 3, "the briefing loads once, and so may the mark in the background");
        written.SetResult();
    }

    [Fact]
    public void A_promise_to_a_new_customer_allocates_no_more_than_it_does_today()
    {
        ActingLedger membership = _ledger.ActingAs(Some.Membership);
        long bytes = Measure(number => membership.For(CustomerId.Of($"guest {number}")).PromiseAsync(CommitmentId.New(), Some.Promise()));

        output.WriteLine($"{bytes} bytes for a promise");
        bytes.Should().BeLessThan(MaxBytesForAPromise);
    }

    [Fact]
    public void A_briefing_with_ten_open_commitments_allocates_no_more_than_it_does_today()
    {
        ActingLedger membership = _ledger.ActingAs(Some.Membership);
        for (int number = 0; number < 10; number++)
            membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise() with { Matter = LookupKey.Booking($"HX-{number}") }).IsCompletedSuccessfully.Should().BeTrue();
        long bytes = Measure(_ => membership.For(Some.Guest).BriefAsync(new Occasion("check-in")));

        output.WriteLine($"{bytes} bytes for a briefing");
        bytes.Should().BeLessThan(MaxBytesForABriefing);
    }

    [Fact]
    public void Composing_a_briefing_of_ten_open_commitments_makes_no_sentence_before_it_is_read()
    {
        var story = new Story();
        for (int number = 0; number < 10; number++) story.Given(new MakePromise(CommitmentId.New(), Some.Promise() with { Matter = LookupKey.Booking($"HX-{number}") }));
        long composed = Measure(_ => Task.FromResult(story.Brief())), read = Measure(_ => Task.FromResult(story.Brief().ToText()));

        output.WriteLine($"{composed} bytes for composing, {read} with reading");
        composed.Should().BeLessThan(MaxBytesForComposing);
    }

    [Fact]
    [Proves("GEN-04", 'a')]
    public async Task A_briefing_costs_the_same_beside_two_thousand_other_customers()
    {
        (int Loads, double Bytes) alone = await CostOfABriefingAsync(others: 0), beside = await CostOfABriefingAsync(others: 2_000);

        beside.Loads.Should().Be(alone.Loads);
        beside.Bytes.Should().BeApproximately(alone.Bytes, 0.02 * alone.Bytes);
    }

    private static async Task<(int Loads, double Bytes)> CostOfABriefingAsync(int others)
    {
        var store = new FaultyStore(new InMemoryLedgerStore());
        await using var ledger = new Ledger(store, time: new ManualTime(Some.Monday));
        ActingLedger membership = ledger.ActingAs(Some.Membership);
        await membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());
        for (int number = 0; number < others; number++) await membership.For(CustomerId.Of($"guest {number}")).PromiseAsync(CommitmentId.New(), Some.Promise());
        int loads = store.Loads;
        await membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));
        loads = store.Loads - loads;
        return (loads, Measure(_ => membership.For(Some.Guest).BriefAsync(new Occasion("check-in"))));
    }

    /// <summary>The bytes that one call allocates on its own thread, after as many calls again to warm up.</summary>
    private static long Measure(Func<int, Task> call)
    {
        const int Calls = 200;
        long before = 0;
        for (int number = 0; number < 2 * Calls; number++)
        {
            if (number == Calls) before = GC.GetAllocatedBytesForCurrentThread();
            call(number).IsCompletedSuccessfully.Should().BeTrue("in memory nothing waits, and nothing here is refused");
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
