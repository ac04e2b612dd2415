using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("", "*Path is empty*")]
    [InlineData(" ", "*Path is empty*")]
    [InlineData(":memory:", "*in memory*InMemoryLedgerStore*")]
    [InlineData("file::memory:?cache=shared", "*in memory*")]
    [InlineData("file:ledger?mode=memory", "*in memory*")]
    [InlineData("file:ledger.db", "*is a URI*")]
    public void A_path_that_is_no_plain_path_is_refused(string path, string message)
    {
        FluentActions.Invoking(() => new SqliteLedgerStore(path)).Should().Throw<ArgumentException>().WithMessage(message);
        FluentActions.Invoking(() => new ServiceCollection().AddCommitmentLedger().UseSqlite(path)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        foreach (Action<SqliteLedgerOptions> mistake in new Action<SqliteLedgerOptions>[]
        {
            options => options.Readers = 0,
            options => options.Readers = 65,
            options => options.BusyTimeout = TimeSpan.FromTicks(-1),
            options => options.BusyTimeout = TimeSpan.FromMinutes(11),
            options => options.Durability = (SqliteDurability)2,
        })
        {
            var options = new SqliteLedgerOptions { Path = "ledger.db" };
            mistake(options);
            FluentActions.Invoking(() => new SqliteLedgerStore(options)).Should().Throw<ArgumentException>().WithMessage("SqliteLedgerOptions.*");
        }
    }

    [Fact]
    public async Task UseSqlite_gives_the_ledger_a_store_that_the_container_disposes()
    {
        using var folder = new TempFolder();
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UseSqlite(folder.File());
        SqliteLedgerStore store;
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            store = provider.GetRequiredService<SqliteLedgerStore>();
            provider.GetRequiredService<ILedgerStore>().Should().BeSameAs(store);
            Ledger ledger = provider.GetRequiredService<Ledger>();
            var guest = CustomerId.Of("guest-7731");
            ActingLedger desk = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.Phone));
            Receipt receipt = await desk.PromiseAsync(CommitmentId.New(), guest, new Promise
            {
                Words = Words.Verbatim("Your room will be ready at noon."),
                PromisedDue = Deadline.At(NodaTime.SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromDays(2), NodaTime.DateTimeZone.Utc),
            });
            receipt.Should().NotBeNull();
            (await desk.BriefAsync(guest, new Occasion("check-in"))).Lines.Should().NotBeEmpty();
            await ledger.FlushAsync();
        }

        await FluentActions.Awaiting(() => store.FeedAsync()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public void The_last_store_chosen_counts()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UseSqlite("one.db").UseStore<InMemoryLedgerStore>();

        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ILedgerStore>().Should().BeOfType<InMemoryLedgerStore>();
    }
}
