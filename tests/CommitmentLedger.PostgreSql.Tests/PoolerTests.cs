using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A pooler between the store and its server: seen by the doctor, and harmless as the guide says.</summary>
public class PoolerTests : OwnSchema
{
    [SkippableFact]
    public async Task Without_a_pooler_the_doctor_finds_none()
    {
        (await Store.ExamineAsync(default)).Findings.Should().NotContain(finding => finding.Code == "connection_pooler");
    }

    [SkippableTheory]
    [InlineData("transaction", "")]
    [InlineData("transaction", "Max Auto Prepare=0")]
    [InlineData("session", "")]
    [InlineData("session", "Max Auto Prepare=32")]
    public async Task A_pooler_is_found_and_the_ledger_works_through_it(string mode, string more)
    {
        await using TestPooler pooler = await TestPooler.StartAsync(new NpgsqlConnectionStringBuilder(Server).Port, mode);
        await using PostgreSqlLedgerStore store = Through(pooler, more);

        DoctorFinding finding = (await store.ExamineAsync(default)).Findings.Single(finding => finding.Code == "connection_pooler");

        finding.IsDanger.Should().BeFalse();
        finding.Message.Should().Contain("Max Auto Prepare=32");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteAndReadAsync(store, Stream($"guest {writer}")))));
        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().HaveCount(6 * 20);
    }

    [SkippableFact]
    public async Task Prepared_statements_that_a_pooler_loses_are_definite_errors_and_nothing_is_lost_or_doubled()
    {
        await using TestPooler pooler = await TestPooler.StartAsync(new NpgsqlConnectionStringBuilder(Server).Port, "transaction");
        await using PostgreSqlLedgerStore store = Through(pooler, "Max Auto Prepare=32;Auto Prepare Min Usages=2");
        long[] written = await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteAsync(store, Stream($"guest {writer}")))));

        for (int writer = 0; writer < written.Length; writer++)
            (await Store.ReadHistoryAsync(Stream($"guest {writer}"), 0, default).AllAsync()).Should().HaveCount((int)written[writer]);
    }

    /// <summary>Appends, and counts what was acknowledged; what is refused was not written.</summary>
    private static async Task<long> WriteAsync(PostgreSqlLedgerStore store, StreamKey stream)
    {
        long version = 0;
        for (int round = 0; round < 30; round++)
        {
            try
            {
                (await store.AppendOneAsync(Append(stream, version))).Should().Be(new AppendResult.Appended(version + 1));
                version++;
            }
            catch (LedgerUnavailableException)
            {
                // The pooler gave it a server that does not know the statement.
            }
        }

        return version;
    }

    private static async Task WriteAndReadAsync(PostgreSqlLedgerStore store, StreamKey stream)
    {
        for (int version = 0; version < 20; version++)
        {
            (await store.AppendOneAsync(Append(stream, version))).Should().Be(new AppendResult.Appended(version + 1));
            (await store.LoadAsync(stream, LoadScope.OpenOnly, default))!.Version.Should().Be(version + 1);
        }
    }

    private PostgreSqlLedgerStore Through(TestPooler pooler, string more)
    {
        var through = new NpgsqlConnectionStringBuilder($"{Server};{more}") { Host = "127.0.0.1", Port = pooler.Port, SslMode = SslMode.Disable };
        return new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = through.ConnectionString, Schema = Schema });
    }
}
