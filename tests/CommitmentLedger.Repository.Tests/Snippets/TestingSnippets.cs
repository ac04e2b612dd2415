using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to testing shows, compiled and run.</summary>
public sealed class TestingSnippets
{
    private static readonly CustomerId Guest = CustomerId.Of("guest-7731");
    private static readonly CommitmentId Callback = CommitmentId.New();

    [Fact]
    public async Task A_test_moves_the_clock_past_a_deadline()
    {
        #region TestInMemory
        var time = new MovableTime(new DateTimeOffset(2026, 11, 14, 10, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddCommitmentLedger().UseInMemory();
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();
        #endregion

        #region MoveTheClock
        CustomerLedger desk = ledger.ActingAs(new Actor(Team.Of("call centre"), Channel.Phone)).For(Guest);
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        await desk.PromiseAsync(Callback, new Promise
        {
            Words = Words.Verbatim("We call you back within 30 minutes."),
            PromisedDue = Deadline.At(now + Duration.FromMinutes(30), DateTimeZone.Utc),
        });

        time.Move(TimeSpan.FromMinutes(31));

        Briefing briefing = await desk.BriefAsync(new Occasion("call back"));
        briefing.Lines.Should().ContainSingle().Which.Health.Should().Be(Health.Overdue);
        #endregion

        #region FlushReadings
        await ledger.FlushAsync();
        CustomerRecord record = await ledger.ReadAsync(Guest);
        record.History.Briefings.Should().Be(1);
        #endregion
    }

    [Fact]
    public async Task A_test_loses_answers_and_sees_the_retry_promise_once()
    {
        var guest = CustomerId.Of("guest-7731");
        var callback = CommitmentId.New();
        var promise = new Promise { Words = Words.Verbatim("We call you back."), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) };
        #region TestYourRetries
        var store = new UnreliableLedgerStore(new InMemoryLedgerStore());
        await using var ledger = new Ledger(store);
        var desk = new CallbackDesk(ledger.ActingAs(new Actor(Team.Of("call centre"), Channel.Phone)).For(guest));
        store.LoseAnswers(1); // The promise is written, and its answer is lost.
        store.BeAway(1); // The ledger looks again once by itself; that fails too.

        Receipt receipt = await desk.PromiseAsync(callback, promise);

        CustomerRecord record = await ledger.ReadAsync(guest);
        record.Commitments.Should().ContainSingle().Which.Reference.Should().Be(receipt.Reference);
        #endregion
        record.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_retry_under_a_new_id_promises_twice()
    {
        var store = new UnreliableLedgerStore(new InMemoryLedgerStore());
        await using var ledger = new Ledger(store);
        CustomerLedger customer = ledger.ActingAs(new Actor(Team.Of("call centre"), Channel.Phone)).For(Guest);
        var promise = new Promise { Words = Words.Verbatim("We call you back."), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) };
        store.LoseAnswers(1);
        store.BeAway(1);
        #region RetryWrong
        try
        {
            await customer.PromiseAsync(CommitmentId.New(), promise);
        }
        catch (LedgerOutcomeUnknownException)
        {
            await customer.PromiseAsync(CommitmentId.New(), promise); // Wrong: a new id is a new promise.
        }
        #endregion

        (await ledger.ReadAsync(Guest)).Commitments.Should().HaveCount(2);
    }
}
