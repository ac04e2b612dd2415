using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A logical dump is restored into another cluster, whose transaction ids begin where every new cluster's do.</summary>
[Collection(nameof(CrashTests))]
public class RestoreTests
{
    private const int TransactionsOfTheOldCluster = 20_000;

    private readonly StreamKey _guest = Stream("guest");

    [SkippableFact]
    public async Task A_dump_restored_into_a_younger_cluster_is_refused_until_its_feed_is_rebased_and_then_loses_nothing()
    {
        await using TestServer old = await Servers.OwnAsync();
        await using TestServer young = await Servers.OwnAsync();
        await RunAsync(old, $"DO $$ BEGIN FOR i IN 1..{TransactionsOfTheOldCluster} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        await using var before = new PostgreSqlLedgerStore(old.ConnectionString);
        StreamAppend first = Append(_guest, 0, entries: 2, changed: Document(_guest, CommitmentId.New(), due: Noon, keys: "HX-1"));
        await before.AppendOneAsync(first);
        await before.AppendOneAsync(Append(Stream("other"), 0));
        List<FeedEntry> dumped = await before.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        dumped.Should().HaveCount(3);

        await old.CopyToAsync(young, "commitment_ledger");

        await using var after = new PostgreSqlLedgerStore(young.ConnectionString);
        await RefusesAsync(after);
        await RunAsync(young, "SELECT commitment_ledger.rebase_feed()");

        // Nothing is made anew: the store that refused goes on by itself.
        (await after.AppendOneAsync(first)).Should().Be(new AppendResult.Replayed(1, 2), "what was restored is known");
        (await after.AppendOneAsync(Append(_guest, 2))).Should().Be(new AppendResult.Appended(3));
        await after.AppendOneAsync(Append(Stream("new"), 0));
        List<FeedEntry> all = await after.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        all.Take(3).Should().BeEquivalentTo(dumped, options => Same.Bytes(options).WithStrictOrdering(), "the old entries come first, under their old cursors");
        all.Skip(3).Select(entry => (entry.Stream, entry.Entry.Version)).Should().BeEquivalentTo([(_guest, 3L), (Stream("new"), 1L)]);
        (await after.ReadFeedAsync(dumped[^1].Cursor, default).AllAsync()).Should().HaveCount(2, "a reader that kept its cursor gets what is new, and nothing else");
        (await after.ExamineAsync(default)).Findings.Should().NotContain(finding => finding.Code == "restored_into_younger_cluster");
    }

    [SkippableFact]
    public async Task A_dump_restored_into_an_older_cluster_needs_nothing()
    {
        await using TestServer young = await Servers.OwnAsync();
        await using TestServer old = await Servers.OwnAsync();
        await RunAsync(old, $"DO $$ BEGIN FOR i IN 1..{TransactionsOfTheOldCluster} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        await using var before = new PostgreSqlLedgerStore(young.ConnectionString);
        await before.AppendOneAsync(Append(_guest, 0));

        await young.CopyToAsync(old, "commitment_ledger");

        await using var after = new PostgreSqlLedgerStore(old.ConnectionString);
        (await after.AppendOneAsync(Append(_guest, 1))).Should().Be(new AppendResult.Appended(2));
        (await after.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Select(entry => entry.Entry.Version).Should().Equal(1, 2);
    }

    private async Task RefusesAsync(PostgreSqlLedgerStore store)
    {
        Func<Task>[] operations =
        [
            async () => await store.AppendOneAsync(Append(_guest, 2)),
            async () => await store.LoadAsync(_guest, LoadScope.OpenOnly, default),
            async () => await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync(),
            () => store.EnsureSchemaAsync(),
        ];
        foreach (Func<Task> operation in operations)
            await operation.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*restored*Nothing was written*rebase_feed()*");
        DoctorReport report = await store.ExamineAsync(default);
        report.IsHealthy.Should().BeFalse();
        report.Findings[0].Code.Should().Be("restored_into_younger_cluster");
    }

    private static async Task RunAsync(TestServer server, string text)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        await using NpgsqlCommand command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }
}
