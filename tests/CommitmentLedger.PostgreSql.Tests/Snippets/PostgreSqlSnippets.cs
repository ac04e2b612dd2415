using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
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
        string whatIsNew = PostgreSqlSchema.Script("commitment_ledger", fromVersion: 1);
        #endregion

        everything.Should().EndWith(whatIsNew);

        #region Examine
        DoctorReport report = await store.ExamineAsync(CancellationToken.None);
        foreach (DoctorFinding finding in report.Findings) Console.WriteLine($"{finding.Code}: {finding.Message}");
        #endregion

        report.Findings.Should().NotContain(finding => finding.Code == "index_missing");
        NpgsqlDataSource dataSource = Raw;
        StreamAppend append = TestData.Append(TestData.Stream("guest"), 0);

        #region Within
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using var booking = new NpgsqlCommand("SELECT 1 -- your own tables", connection, transaction);
        await booking.ExecuteNonQueryAsync();
        ILedgerStore within = store.Within(transaction);
        IReadOnlyList<AppendResult> results = await within.AppendAsync([append], CancellationToken.None);
        await transaction.CommitAsync();
        #endregion

        results.Should().Equal(new AppendResult.Appended(1));
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

        handled.Should().ContainSingle();
        cursor.Should().NotBe(FeedCursor.Beginning);
    }
}
