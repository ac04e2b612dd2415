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

    [SkippableTheory]
    [InlineData("transaction", "extra_float_digits", "")]
    [InlineData("transaction", "options,extra_float_digits", "")]
    [InlineData("session", "options,extra_float_digits", "")]
    [InlineData("transaction", "extra_float_digits", "No Reset On Close=false")]
    public async Task Nothing_that_the_store_sets_is_left_to_other_clients_of_the_pooler(string mode, string ignored, string more)
    {
        await using TestPooler pooler = await TestPooler.StartAsync(new NpgsqlConnectionStringBuilder(Server).Port, mode, ignored, size: 1);
        string neighbour = new NpgsqlConnectionStringBuilder(Server) { Host = "127.0.0.1", Port = pooler.Port, SslMode = SslMode.Disable, Pooling = false }.ConnectionString;
        await using (NpgsqlDataSource source = NpgsqlDataSource.Create(neighbour))
        {
            // What the procedural language adds to the settings is there from its first use on.
            await using NpgsqlCommand command = source.CreateCommand("DO 'BEGIN END'");
            await command.ExecuteNonQueryAsync();
        }

        List<string> before = await SettingsAsync(neighbour);
        await using (PostgreSqlLedgerStore store = Through(pooler, more))
        {
            await WriteAndReadAsync(store, Stream("guest"));
            await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
            await store.FindAsync(new CommitmentQuery.DueBefore(TenantKey.For(Hotel), Noon), default).AllAsync();
            await store.ScrubAsync(Stream("guest"), [1], default);
            await store.ReplaceDocumentsAsync(new StreamDocuments(Stream("guest"), 20, default, []), default);
            await store.ImportAsync(((StreamAppend[])[Append(Stream("other"), 0)]).ToAsync(), progress: null, default);
            await store.ExamineAsync(default);
        }

        (await SettingsAsync(neighbour)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task On_a_direct_connection_sessions_begin_with_the_stores_settings_and_keep_them_through_a_reset()
    {
        await using ConnectionPool pool = ConnectionPool.Create($"{Server};Maximum Pool Size=1;No Reset On Close=false;Options=-c statement_timeout=1234");
        for (int use = 0; use < 3; use++)
        {
            await using NpgsqlConnection connection = await pool.OpenAsync(default);
            await using var command = new NpgsqlCommand(
                "SELECT string_agg(setting || ' ' || source, ', ' ORDER BY name) FROM pg_settings WHERE name IN ('application_name', 'plan_cache_mode', 'jit', 'default_transaction_isolation', 'statement_timeout')", connection);
            (await command.ExecuteScalarAsync()).Should().Be("CommitmentLedger client, read committed client, off client, force_generic_plan client, 1234 client");
        }
    }

    /// <summary>What a session has that is not the server's own, and what it holds.</summary>
    private static async Task<List<string>> SettingsAsync(string connectionString)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlCommand command = source.CreateCommand(
            "SELECT name || '=' || setting FROM pg_settings UNION ALL SELECT 'prepared ' || name FROM pg_prepared_statements UNION ALL "
            + "SELECT 'listens ' || c FROM pg_listening_channels() c UNION ALL SELECT 'locks ' || classid FROM pg_locks WHERE locktype = 'advisory' UNION ALL "
            + "SELECT 'temporary ' || relname FROM pg_class WHERE relpersistence = 't' ORDER BY 1");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var settings = new List<string>();
        while (await reader.ReadAsync()) settings.Add(reader.GetString(0));
        return settings;
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
