using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>What is prepared on a connection of the store's own pool, and what becomes of it.</summary>
public class PreparingTests : OwnSchema
{
    private readonly StreamKey _guest = Stream("guest");

    [SkippableFact]
    public async Task The_statements_of_every_day_are_prepared_and_those_that_take_away_are_not()
    {
        await using var pool = new Pool(Server, Schema, "");
        for (int version = 0; version < 4; version++) await UseAsync(pool.Operations, version);
        for (int round = 0; round < 6; round++)
        {
            await new Rebuilder(pool.Connections, pool.Statements).ReplaceAsync(new StreamDocuments(_guest, 8, default, []), default);
            await new Scrubber(pool.Connections, pool.Statements).ScrubAsync(_guest, [1], default);
        }

        Statements all = pool.Statements;
        (await pool.PreparedAsync()).Should().BeEquivalentTo(all.Append, all.Load, all.LoadOpen, all.ReadHistory, all.ReadFeed, all.FindDueBefore, all.FindOwnedBy, all.FindWithLookup);
    }

    [SkippableFact]
    public async Task They_outlive_the_reset_of_a_connection_that_goes_back()
    {
        await using var pool = new Pool(Server, Schema, "No Reset On Close=false");
        for (int version = 0; version < 3; version++) await UseAsync(pool.Operations, version);

        (await pool.PreparedAsync()).Should().Contain(pool.Statements.Append);
    }

    [SkippableTheory]
    [InlineData("DISCARD ALL")]
    [InlineData("DEALLOCATE ALL")]
    public async Task When_somebody_drops_them_nothing_fails_and_nothing_is_prepared_any_more(string deed)
    {
        await using var pool = new Pool(Server, Schema, "");
        await UseAsync(pool.Operations, 0);
        await pool.ExecuteAsync(deed);

        await UseAsync(pool.Operations, 1);

        (await Store.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(4, "nothing is lost and nothing doubled");
        (await pool.PreparedAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task When_somebody_drops_them_a_reader_does_not_notice()
    {
        await using var pool = new Pool(Server, Schema, "");
        await UseAsync(pool.Operations, 0);
        await pool.ExecuteAsync("DISCARD ALL");

        (await pool.Operations.LoadAsync(_guest, LoadScope.OpenOnly, default))!.Version.Should().Be(2);
    }

    [SkippableFact]
    public async Task Whoever_says_how_to_prepare_decides()
    {
        ConnectionSettings.MayPrepare("Host=h").Should().BeTrue();
        ConnectionSettings.MayPrepare("Host=h;Max Auto Prepare=0").Should().BeFalse();
        ConnectionSettings.MayPrepare("Host=h;MaxAutoPrepare=9").Should().BeFalse();
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};Maximum Pool Size=1");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given, Schema = Schema });
        for (int version = 0; version < 3; version++) await UseAsync(store, version);

        await using NpgsqlConnection connection = await given.OpenConnectionAsync();
        (await Pool.PreparedAsync(connection)).Should().BeEmpty("the caller's pool is used as it is");
    }

    /// <summary>Each statement of every day once, and two entries more.</summary>
    private async Task UseAsync(ILedgerStore store, int round)
    {
        TenantKey hotel = TenantKey.For(Hotel);
        (await store.AppendAsync([Append(_guest, 2 * round), Append(_guest, 2 * round + 1)], default)).Should()
            .Equal(new AppendResult.Appended(2 * round + 1), new AppendResult.Appended(2 * round + 2));
        await store.LoadAsync(_guest, LoadScope.OpenOnly, default);
        await store.LoadAsync(_guest, new LoadScope([CommitmentId.New()], CommandId.New()), default);
        await store.ReadHistoryAsync(_guest, 0, default).AllAsync();
        await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        foreach (CommitmentQuery query in (CommitmentQuery[])[new CommitmentQuery.DueBefore(hotel, Noon), new CommitmentQuery.OwnedBy(hotel, "x"), new CommitmentQuery.WithLookup(hotel, Lookup("x"))])
            await store.FindAsync(query, default).AllAsync();
    }

    /// <summary>The store's own pool with a single connection, so that what is prepared on it can be asked for.</summary>
    private sealed class Pool : IAsyncDisposable
    {
        private readonly ConnectionPool _pool;
        private readonly Readiness _readiness;

        public Pool(string server, string schema, string more)
        {
            _pool = ConnectionPool.Create($"{server};Maximum Pool Size=1;{more}");
            Statements = new Statements(new SchemaName(schema));
            _readiness = new Readiness(_pool, Statements, ensuresSchema: false);
            Connections = new OwnConnections(_pool, _readiness, prepares: true);
            Operations = new LedgerOperations(Connections, Statements);
        }

        public Statements Statements { get; }

        public OwnConnections Connections { get; }

        public LedgerOperations Operations { get; }

        public static async Task<List<string>> PreparedAsync(NpgsqlConnection connection)
        {
            await using var command = new NpgsqlCommand("SELECT statement FROM pg_prepared_statements", connection);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            var statements = new List<string>();
            while (await reader.ReadAsync()) statements.Add(reader.GetString(0));
            return statements;
        }

        public async Task<List<string>> PreparedAsync()
        {
            await using NpgsqlConnection connection = await _pool.OpenAsync(default);
            return await PreparedAsync(connection);
        }

        public async Task ExecuteAsync(string text)
        {
            await using NpgsqlConnection connection = await _pool.OpenAsync(default);
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _pool.DisposeAsync();
            _readiness.Dispose();
        }
    }
}
