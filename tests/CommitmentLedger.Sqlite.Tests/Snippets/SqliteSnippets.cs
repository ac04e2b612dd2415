using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests.Snippets;

/// <summary>The code of docs/guides/sqlite.md, run where relative paths do no harm.</summary>
[Collection(nameof(SqliteSnippets))]
[CollectionDefinition(nameof(SqliteSnippets), DisableParallelization = true)]
public sealed class SqliteSnippets : IDisposable
{
    private static readonly Actor Desk = new(Team.Of("membership"), Channel.Phone);

    private readonly TempFolder _folder = new();
    private readonly string _before = Environment.CurrentDirectory;

    public SqliteSnippets() => Environment.CurrentDirectory = _folder.Path;

    [Fact]
    public async Task Using_it()
    {
        #region UseSqlite
        var services = new ServiceCollection();
        services
            .AddCommitmentLedger()
            .UseSqlite("ledger.db");
        #endregion

        #region Options
        services
            .AddCommitmentLedger()
            .UseSqlite(options =>
            {
                options.Path = "ledger.db";
                options.Durability = SqliteDurability.Full;
                options.BusyTimeout = TimeSpan.FromSeconds(10);
            });
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SqliteLedgerStore>().FeedAsync();
        File.Exists("ledger.db").Should().BeTrue();
    }

    [Fact]
    public async Task Looking_after_it()
    {
        await using var store = new SqliteLedgerStore("ledger.db");
        await store.AppendAsync([Some.Append(Some.Stream())], default);

        #region Backup
        await store.BackupToAsync("ledger-2026-03-01.db");
        #endregion

        #region Doctor
        DoctorReport report = await store.ExamineAsync(CancellationToken.None);
        foreach (DoctorFinding finding in report.Findings) Console.WriteLine($"{finding.Code}: {finding.Message}");
        if (!report.IsHealthy) throw new InvalidOperationException("The ledger's file needs attention before it is used.");
        #endregion

        #region CopyRight
        await store.BackupToAsync("ledger-copy.db");
        #endregion

        File.Exists("ledger-copy.db").Should().BeTrue();
    }

    [Fact]
    public async Task Copying_it_the_wrong_way()
    {
        await using (var store = new SqliteLedgerStore("ledger.db")) await store.FeedAsync();

        #region CopyWrong
        File.Copy("ledger.db", "ledger-copy.db"); // Wrong: misses what is in the log, and endangers the original.
        #endregion

        File.Exists("ledger-copy.db").Should().BeTrue();
    }

    [Fact]
    public async Task Together_with_business_data()
    {
        ForeignTransaction.Execute("business.db", "CREATE TABLE bookings (number TEXT)");
        await using var store = new SqliteLedgerStore("business.db");
        Promise promise = NewPromise();
        await using (var ledger = new Ledger(store)) await PromiseAndBookAsync(ledger, promise);
        (await store.FindAllAsync(new CommitmentQuery.OwnedBy(TenantKey.For(TenantId.Of("default")), "membership"))).Should().ContainSingle();
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Writing_inside_a_transaction()
    {
        await using var store = new SqliteLedgerStore(new SqliteLedgerOptions { Path = "business.db", BusyTimeout = TimeSpan.Zero });
        await using var ledger = new Ledger(store);
        using var connection = new SqliteConnection("Data Source=business.db;Pooling=False");
        connection.Open();

        CustomerId guest = CustomerId.Of("guest-7731");
        ActingLedger desk = ledger.ActingAs(Desk);
        await desk.For(guest).PromiseAsync(CommitmentId.New(), NewPromise());

        await FluentActions.Awaiting(() => WrongAsync(desk, guest, connection, NewPromise())).Should().ThrowAsync<LedgerUnavailableException>();
        await RightAsync(ledger, guest, connection, NewPromise());

        (await ledger.ReadAsync(guest)).Commitments.Should().HaveCount(2);
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
    }

    private static async Task PromiseAndBookAsync(Ledger ledger, Promise promise)
    {
        (Actor desk, CustomerId guest, CommitmentId promiseId) = (Desk, CustomerId.Of("guest-7731"), CommitmentId.New());

        #region SqliteWithin
        using var connection = new SqliteConnection("Data Source=business.db");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Book(connection, "HX-2291");
        await ledger.Within(transaction).ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        transaction.Commit();
        #endregion
    }

    private static async Task WrongAsync(ActingLedger desk, CustomerId guest, SqliteConnection connection, Promise promise)
    {
        var promiseId = CommitmentId.New();

        #region SqliteWithinWrong
        using SqliteTransaction transaction = connection.BeginTransaction();
        await desk.For(guest).PromiseAsync(promiseId, promise); // Wrong: waits for the transaction that waits for it.
        #endregion
    }

    private static async Task RightAsync(Ledger ledger, CustomerId guest, SqliteConnection connection, Promise promise)
    {
        (Actor desk, CommitmentId promiseId) = (Desk, CommitmentId.New());

        #region SqliteWithinRight
        using SqliteTransaction transaction = connection.BeginTransaction();
        await ledger.Within(transaction).ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        transaction.Commit();
        #endregion
    }

    private static Promise NewPromise() => new()
    {
        Words = Words.Verbatim("Four adults can stay."),
        PromisedDue = Deadline.At(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(2), DateTimeZone.Utc),
        Matter = LookupKey.Booking($"HX-{Guid.NewGuid():N}"),
    };

    private static void Book(SqliteConnection connection, string number)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bookings VALUES ($number)";
        command.Parameters.AddWithValue("$number", number);
        command.ExecuteNonQuery();
    }
}
