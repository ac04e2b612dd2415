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
    [InlineData("ledger\0.db", "*character*")]
    [InlineData("folder/", "*ends like a folder*")]
    public void A_path_that_is_no_plain_path_is_refused(string path, string message)
    {
        FluentActions.Invoking(() => new SqliteLedgerStore(path)).Should().Throw<ArgumentException>().WithMessage(message);
        FluentActions.Invoking(() => new ServiceCollection().AddCommitmentLedger().UseSqlite(path)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData('x', 500, 0, null)]
    [InlineData('x', 501, 0, "*longer than 500 bytes*")]
    [InlineData('x', 4_000, 0, "*longer than 500 bytes*")]
    [InlineData('\u00FC', 501, 0, "*longer than 500 bytes*")]
    [InlineData('x', 0, 240, null)]
    [InlineData('x', 0, 241, "*name of more than 240 bytes*")]
    [InlineData('\u00FC', 0, 242, "*name of more than 240 bytes*")]
    public async Task A_path_that_SQLite_cannot_take_is_refused_and_the_longest_other_works(char letter, int bytes, int nameBytes, string? message)
    {
        using var folder = new TempFolder();
        string path = folder.Path;
        int width = System.Text.Encoding.UTF8.GetByteCount([letter]);
        if (nameBytes > 0) path = Path.Combine(path, new string(letter, nameBytes / width));
        else while (path.Length + 1 < bytes) path = Path.Combine(path, new string(letter, Math.Min(200 / width, Math.Max(1, (bytes - System.Text.Encoding.UTF8.GetByteCount(path) - 1) / width))));
        if (message is not null)
        {
            FluentActions.Invoking(() => new SqliteLedgerStore(path)).Should().Throw<ArgumentException>().WithMessage(message);
            await using var other = new SqliteLedgerStore(folder.File());
            await other.Awaiting(store => store.BackupToAsync(path)).Should().ThrowAsync<ArgumentException>().WithMessage(message);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var longest = new SqliteLedgerStore(path);
        (await longest.AppendAsync([Some.Append(Some.Stream())], default)).Should().Equal(new AppendResult.Appended(1));
        await longest.BackupToAsync(path[..^1] + "y");
        (await longest.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_path_through_a_file_says_so()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("file"), "no folder");
        await using var store = new SqliteLedgerStore(Path.Combine(folder.File("file"), "ledger.db"));

        await store.Awaiting(it => it.AppendAsync([Some.Append(Some.Stream())], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*is a file and not a folder*");
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
    public void All_that_is_wrong_is_said_at_once()
    {
        Action register = () => new ServiceCollection().AddCommitmentLedger().UseSqlite(options => (options.Readers, options.BusyTimeout) = (0, TimeSpan.MaxValue));

        register.Should().Throw<ArgumentException>().WithMessage("*SqliteLedgerOptions.Path is empty*SqliteLedgerOptions.BusyTimeout is*SqliteLedgerOptions.Readers is*");
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
            Receipt receipt = await desk.For(guest).PromiseAsync(CommitmentId.New(), new Promise
            {
                Words = Words.Verbatim("Your room will be ready at noon."),
                PromisedDue = Deadline.At(NodaTime.SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromDays(2), NodaTime.DateTimeZone.Utc),
            });
            receipt.Should().NotBeNull();
            (await desk.For(guest).BriefAsync(new Occasion("check-in"))).Lines.Should().NotBeEmpty();
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
