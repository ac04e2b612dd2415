using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests.Snippets;

/// <summary>The code of the guide to PostgreSQL, compiled and run.</summary>
public class PostgreSqlSnippets : OwnSchema
{
    [SkippableFact]
    public async Task The_guide_runs()
    {
        string connectionString = Server;
        var services = new ServiceCollection();

        #region Register
        services
            .AddCommitmentLedger()
            .UsePostgreSql(connectionString);
        #endregion

        string schemaName = Schema;
        services.Clear();

        #region RegisterWithOptions
        services
            .AddCommitmentLedger()
            .UsePostgreSql(options =>
            {
                options.ConnectionString = connectionString;
                options.Schema = schemaName;
                options.EnsuresSchema = false;
            });
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        PostgreSqlLedgerStore store = provider.GetRequiredService<PostgreSqlLedgerStore>();

        #region Script
        string everything = PostgreSqlSchema.Script("commitment_ledger");
        string whatIsNew = PostgreSqlSchema.Script("commitment_ledger", fromVersion: 101);
        #endregion

        everything.Should().EndWith(whatIsNew);

        #region Examine
        DoctorReport report = await store.ExamineAsync(CancellationToken.None);
        foreach (DoctorFinding finding in report.Findings) Console.WriteLine($"{finding.Code}: {finding.Message}");
        #endregion

        report.Findings.Should().NotContain(finding => finding.Code == "index_missing");
        NpgsqlDataSource dataSource = Raw;
        var ledger = provider.GetRequiredService<Ledger>();
        var (desk, guest) = (new Actor(Team.Of("membership"), Channel.Phone), CustomerId.Of("guest-7731"));
        var promiseId = CommitmentId.New();
        var promise = new Promise
        {
            Words = Words.Verbatim("Four adults can stay."),
            PromisedDue = Deadline.At(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(2), DateTimeZone.Utc),
        };

        #region Within
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using var booking = new NpgsqlCommand("SELECT 1 -- your own tables", connection, transaction);
        await booking.ExecuteNonQueryAsync();
        Receipt receipt = await ledger.Within(transaction).ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        await transaction.CommitAsync();
        #endregion

        (await ledger.FindAsync(guest, promiseId))!.Reference.Should().Be(receipt.Reference);
        FeedCursor cursor = FeedCursor.Beginning;
        var handled = new List<StoredEntry>();
        void Handle(StoredEntry entry) => handled.Add(entry);

        #region Feed
        await foreach (FeedEntry next in store.ReadFeedAsync(cursor, CancellationToken.None))
        {
            Handle(next.Entry);
            cursor = next.Cursor;
        }
        #endregion

        handled.Should().ContainSingle(entry => entry.Type == "promised");
        cursor.Should().NotBe(FeedCursor.Beginning);
    }
}
