using CommitmentLedger.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The follower that the guide to the feed shows, run over a file in which somebody changed an entry.</summary>
public sealed class FeedSnippets : IDisposable
{
    private static readonly TenantId Hotel = TenantId.Of("hotel");
    private static readonly TenantId Bank = TenantId.Of("bank");
    private static readonly TenantId Laboratory = TenantId.Of("laboratory");

    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    private string LedgerFile => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_follower_of_two_companies_handles_each_entry_once_and_survives_one_that_cannot_be_read()
    {
        await using var store = new SqliteLedgerStore(new SqliteLedgerOptions { Path = LedgerFile });
        await using var ledger = new Ledger(store);
        await PromiseAsync(ledger, Hotel, "A quiet room.");
        await PromiseAsync(ledger, Bank, "A new card.");
        await PromiseAsync(ledger, Laboratory, "A result by noon.");
        Run(LedgerFile, "UPDATE ledger_entries SET body = x'7B' WHERE position = (SELECT MAX(position) FROM ledger_entries WHERE type = 'promised')");
        await using var own = new SqliteConnection($"Data Source={Path.Combine(_folder, "own.db")};Pooling=False");
        await own.OpenAsync();
        #region FollowerTables
        using SqliteCommand create = own.CreateCommand();
        create.CommandText =
            """
            CREATE TABLE follower (cursor TEXT NOT NULL);
            INSERT INTO follower VALUES (''); -- the empty text is the beginning
            CREATE TABLE sent (text TEXT NOT NULL);
            CREATE TABLE aside (cursor TEXT NOT NULL);
            """;
        create.ExecuteNonQuery();
        #endregion

        var follower = new FeedFollower(ledger, [Hotel, Laboratory], own);
        await follower.CatchUpAsync(CancellationToken.None);
        await follower.CatchUpAsync(CancellationToken.None);

        Texts(own, "SELECT text FROM sent").Should().Equal("hotel: A quiet room.");
        Texts(own, "SELECT cursor FROM aside").Should().ContainSingle("the laboratory's entry was changed and the follower went on");
        await PromiseAsync(ledger, Hotel, "A late check-out.");
        await PromiseAsync(ledger, Bank, "A second card.");
        await follower.CatchUpAsync(CancellationToken.None);
        Texts(own, "SELECT text FROM sent").Should().Equal("hotel: A quiet room.", "hotel: A late check-out.");
        string cursor = Texts(own, "SELECT cursor FROM follower").Single();
        (await ledger.ReadFeedAsync(new FeedCursor(cursor), [Hotel, Laboratory]).ToListAsync()).Should().BeEmpty("the cursor is behind the bank's entry too");
    }

    [Fact]
    public async Task A_loop_goes_on_where_the_follower_stopped()
    {
        var caughtUp = new TaskCompletionSource();
        using var stopping = new CancellationTokenSource();
        int calls = 0;

        Task following = FollowAsync(CatchUpAsync, TimeSpan.FromMilliseconds(1), stopping.Token);
        await caughtUp.Task;
        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => following).Should().ThrowAsync<OperationCanceledException>();

        Task CatchUpAsync(CancellationToken cancellationToken)
        {
            if (++calls == 1) throw new LedgerUnavailableException("The store is away.");
            caughtUp.TrySetResult();
            return Task.CompletedTask;
        }
    }

    #region FollowerLoop
    private static async Task FollowAsync(Func<CancellationToken, Task> catchUpAsync, TimeSpan pause, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await catchUpAsync(stopping);
            }
            catch (LedgerUnavailableException)
            {
                // The store is away. The next round goes on from the cursor that was kept.
            }
        }
    }
    #endregion

    [Fact]
    public async Task A_cursor_that_is_kept_only_for_entries_reads_the_rest_again()
    {
        await using var store = new SqliteLedgerStore(new SqliteLedgerOptions { Path = LedgerFile });
        await using var ledger = new Ledger(store);
        await PromiseAsync(ledger, Bank, "A new card.");
        FeedCursor cursor = FeedCursor.Beginning;
        IReadOnlyList<TenantId> tenants = [Hotel];
        #region FollowerWrong
        await foreach (FeedItem item in ledger.ReadFeedAsync(cursor, tenants))
        {
            if (item.Entry is not { } entry) continue; // Wrong: the cursor stays in front of the entries of other companies.
            Handle(entry);
            cursor = item.Cursor;
        }
        #endregion
        cursor.Should().Be(FeedCursor.Beginning);
        #region FollowerRight
        await foreach (FeedItem item in ledger.ReadFeedAsync(cursor, tenants))
        {
            if (item.Entry is { } entry) Handle(entry);
            cursor = item.Cursor;
        }
        #endregion

        cursor.Should().NotBe(FeedCursor.Beginning);

        static void Handle(Entry entry) => entry.Should().NotBeNull();
    }

    private static Task<Receipt> PromiseAsync(Ledger ledger, TenantId tenant, string words) =>
        ledger.ForTenant(tenant).ActingAs(new Actor(Team.Of("desk"), Channel.Phone)).For(CustomerId.Of("7731")).PromiseAsync(
            CommitmentId.New(), new Promise { Words = Words.Verbatim(words), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) });

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().Should().Be(1);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }
}
