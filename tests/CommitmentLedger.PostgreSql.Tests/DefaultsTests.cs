using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A database or a connection string with defaults of its own: the ledger works there, or says what is in its way.</summary>
public class DefaultsTests : OwnSchema
{
    [SkippableTheory]
    [InlineData("serializable", false, "")]
    [InlineData("serializable", true, "")]
    [InlineData("serializable", false, "Options=-c default_transaction_isolation=serializable")]
    [InlineData("repeatable read", false, "")]
    [InlineData("repeatable read", true, "")]
    public async Task Where_transactions_begin_strictly_many_writers_get_definite_answers_and_nobody_is_turned_away(string isolation, bool isGiven, string more)
    {
        await using var database = await Database.CreateAsync(Raw, $"default_transaction_isolation = '{isolation}'");
        string text = $"{Server};Database={database.Name};{more}";
        await using NpgsqlDataSource given = NpgsqlDataSource.Create(text);
        PostgreSqlLedgerOptions options = isGiven ? new() { DataSource = given } : new() { ConnectionString = text };
        PostgreSqlLedgerStore[] stores = [new(options), new(options), new(options)];
        await Task.WhenAll(stores.Select(store => store.EnsureSchemaAsync()));
        StreamKey[] guests = [.. Enumerable.Range(0, 4).Select(number => Stream($"guest {number}"))];
        int appended = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (writer, _) =>
        {
            PostgreSqlLedgerStore store = stores[writer % stores.Length];
            for (int round = 0; round < 30; round++)
            {
                StreamKey guest = guests[(writer + round) % guests.Length];
                long version = (await store.LoadAsync(guest, new LoadScope([], CommandId.New()), default))?.Version ?? 0;
                AppendResult result = await store.AppendOneAsync(Append(guest, version, changed: Document(guest, CommitmentId.New(), due: Noon)));
                result.Should().Match(answer => answer is AppendResult.Appended || answer is AppendResult.Conflict);
                if (result is AppendResult.Appended) Interlocked.Increment(ref appended);
                await store.FindAsync(new CommitmentQuery.OwnedBy(TenantKey.For(Hotel), "membership"), default).AllAsync();
            }
        });

        int kept = 0;
        foreach (StreamKey guest in guests) kept += (await stores[0].ReadHistoryAsync(guest, 0, default).AllAsync()).Count;
        kept.Should().Be(appended);
        foreach (PostgreSqlLedgerStore store in stores) await store.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Odd_defaults_of_a_database_change_nothing(bool isGiven)
    {
        await using var database = await Database.CreateAsync(
            Raw, "search_path = nowhere", "DateStyle = 'SQL, DMY'", "IntervalStyle = sql_standard", "TimeZone = 'Asia/Kathmandu'", "standard_conforming_strings = off",
            "escape_string_warning = off", "bytea_output = escape", "array_nulls = off", "transform_null_equals = on", "default_transaction_isolation = serializable",
            "default_transaction_deferrable = on", "quote_all_identifiers = on", "check_function_bodies = off", "lc_messages = 'C'", "extra_float_digits = -15", "row_security = off");
        string text = $"{Server};Database={database.Name}";
        await using NpgsqlDataSource given = NpgsqlDataSource.Create(text);
        await using var store = new PostgreSqlLedgerStore(isGiven ? new PostgreSqlLedgerOptions { DataSource = given } : new PostgreSqlLedgerOptions { ConnectionString = text });

        await UseAsync(store);
    }

    [SkippableTheory]
    [InlineData("Pooling=false")]
    [InlineData("Enlist=true")]
    [InlineData("Timezone=Asia/Kathmandu")]
    [InlineData("Search Path=nowhere")]
    [InlineData("Application Name=front desk")]
    [InlineData("Array Nullability Mode=Always")]
    [InlineData("Array Nullability Mode=PerInstance")]
    [InlineData("Server Compatibility Mode=NoTypeLoading")]
    [InlineData("Load Table Composites=true")]
    [InlineData("Include Error Detail=true;Log Parameters=true")]
    [InlineData("No Reset On Close=false")]
    [InlineData("Max Auto Prepare=10;Auto Prepare Min Usages=1")]
    [InlineData("Maximum Pool Size=1")]
    [InlineData("Minimum Pool Size=9")]
    [InlineData("Client Encoding=LATIN1")]
    [InlineData("Command Timeout=0;Keepalive=1")]
    [InlineData("Read Buffer Size=4096;Write Buffer Size=4096")]
    public async Task Whatever_else_a_connection_string_sets_the_ledger_works(string more)
    {
        await using PostgreSqlLedgerStore store = NewStore(more);

        await UseAsync(store);
    }

    [SkippableFact]
    public async Task Text_is_kept_as_it_is_whatever_encoding_a_connection_string_names()
    {
        StreamKey guest = Stream("guest");
        await using (PostgreSqlLedgerStore store = NewStore("Client Encoding=LATIN1"))
            await store.AppendOneAsync(Append(guest, 0, changed: Document(guest, CommitmentId.New(), owner: "müşteri")));

        (await Store.FindAsync(new CommitmentQuery.OwnedBy(TenantKey.For(Hotel), "müşteri"), default).AllAsync()).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task Multiplexing_is_refused_when_the_store_is_made()
    {
        Action own = () => _ = NewStore("Multiplexing=true");
        own.Should().Throw<ArgumentException>().WithMessage("*Leave Multiplexing out*");

        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};Multiplexing=true");
        Action used = () => _ = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given });
        used.Should().Throw<ArgumentException>().WithMessage("*Leave Multiplexing out*");
    }

    [SkippableFact]
    public async Task What_an_error_says_about_a_row_stays_out_of_exceptions()
    {
        await ExecuteAsync($"ALTER TABLE {Schema}.commitment ADD CONSTRAINT forbidden CHECK (owner <> 'jane doe')");
        try
        {
            await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};Include Error Detail=true;Include Failed Batched Command=true");
            await using var borrowing = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given, Schema = Schema });
            await using PostgreSqlLedgerStore owning = NewStore("Include Error Detail=true");
            StreamAppend refused = Append(Stream("guest"), 0, changed: Document(Stream("guest"), CommitmentId.New(), owner: "jane doe"));
            foreach (PostgreSqlLedgerStore store in (PostgreSqlLedgerStore[])[borrowing, owning])
            {
                foreach (Func<Task> write in (Func<Task>[])[async () => await store.AppendOneAsync(refused), () => store.ImportAsync(((StreamAppend[])[refused]).ToAsync(), progress: null, default)])
                {
                    LedgerUnavailableException problem = (await write.Should().ThrowAsync<LedgerUnavailableException>()).Which;
                    problem.ToString().Should().NotContain("jane").And.Contain("23514");
                }
            }
        }
        finally
        {
            await ExecuteAsync($"ALTER TABLE {Schema}.commitment DROP CONSTRAINT forbidden");
        }
    }

    [SkippableFact]
    public async Task A_database_that_is_frozen_says_so()
    {
        await using var database = await Database.CreateAsync(Raw, "default_transaction_read_only = on");
        await using var store = new PostgreSqlLedgerStore($"{Server};Database={database.Name}");

        Func<Task> append = async () => await store.AppendOneAsync(Append(Stream("guest"), 0));

        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*default_transaction_read_only*");
    }

    [Theory]
    [InlineData("Host=/{0}")]
    [InlineData("Host=127.0.0.1;Read Buffer Size=1")]
    [InlineData("Host=h;SSL Mode=VerifyFull;Root Certificate=/nowhere;SSL Certificate=/nowhere")]
    public async Task A_connection_that_cannot_even_be_tried_is_definite(string text)
    {
        await using var store = new PostgreSqlLedgerStore(text.Replace("{0}", new string('x', 300), StringComparison.Ordinal));

        Func<Task> load = async () => await store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default);

        await load.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*Nothing was written*");
    }

    /// <summary>Everything that a store does, once.</summary>
    private static async Task UseAsync(PostgreSqlLedgerStore store)
    {
        (StreamKey guest, StreamKey other, TenantKey hotel) = (Stream("guest"), Stream("other"), TenantKey.For(Hotel));
        CommitmentDocument document = Document(guest, CommitmentId.New(), due: Noon, owner: "réception", keys: ["HX-1", "HX-2"]);
        for (int version = 0; version < 3; version++) (await store.AppendOneAsync(Append(guest, version, words: @"it's \ 'so'", changed: document))).Should().Be(new AppendResult.Appended(version + 1));
        (await store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Commitments.Should().ContainSingle().Which.Should().BeEquivalentTo(document, Same.Bytes);
        (await store.LoadAsync(guest, new LoadScope([document.Commitment], CommandId.New()), default))!.Version.Should().Be(3);
        (await store.ReadHistoryAsync(guest, 0, default).AllAsync()).Should().HaveCount(3);
        foreach (CommitmentQuery query in (CommitmentQuery[])[new CommitmentQuery.DueBefore(hotel, Noon + NodaTime.Duration.FromDays(1)), new CommitmentQuery.OwnedBy(hotel, "réception"), new CommitmentQuery.WithLookup(hotel, Lookup("HX-2"))])
            (await store.FindAsync(query, default).AllAsync()).Should().ContainSingle();
        (await store.ImportAsync(((StreamAppend[])[Append(other, 0)]).ToAsync(), progress: null, default)).Should().Be(1);
        (await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().HaveCount(4);
        (await store.ReplaceDocumentsAsync(new StreamDocuments(guest, 3, "anew"u8.ToArray(), [document]), default)).Should().BeTrue();
        (await store.ScrubAsync(guest, [1], default)).Should().Be(1);
        (await store.ExamineAsync(default)).Findings.Should().NotContain(finding => finding.IsDanger && finding.Code != "fsync_off" && finding.Code != "full_page_writes_off" && finding.Code != "synchronous_commit_off");
    }

    /// <summary>A database with defaults of its own, dropped afterwards.</summary>
    private sealed class Database : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _server;

        private Database(NpgsqlDataSource server) => _server = server;

        public string Name { get; } = $"d_{Guid.NewGuid():N}"[..20];

        public static async Task<Database> CreateAsync(NpgsqlDataSource server, params string[] defaults)
        {
            var database = new Database(server);
            await database.ExecuteAsync($"CREATE DATABASE {database.Name}");
            foreach (string setting in defaults) await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET {setting}");
            return database;
        }

        public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");

        private async Task ExecuteAsync(string text)
        {
            await using NpgsqlCommand command = _server.CreateCommand(text);
            await command.ExecuteNonQueryAsync();
        }
    }

    [SkippableTheory]
    [InlineData("Target Session Attributes=standby")]
    [InlineData("Target Session Attributes=prefer-primary")]
    [InlineData("Host=")]
    [InlineData("Port=70000")]
    [InlineData("Timeout=-1")]
    [InlineData("Load Balance Hosts=true")]
    [InlineData("Maximum Pool Size=1;Minimum Pool Size=5")]
    public void What_the_driver_cannot_work_with_is_refused_with_advice_when_the_store_is_made(string more)
    {
        Exception? problem = Record(() => NewStore(more).Dispose());

        if (problem is not null) problem.Should().BeOfType<ArgumentException>().Which.Message.Should().Contain("PostgreSqlLedgerOptions.ConnectionString cannot be used").And.Contain("Host=db.example");
        if (more is "Host=" or "Target Session Attributes=standby") problem.Should().NotBeNull();
    }

    private static Exception? Record(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    [SkippableTheory]
    [InlineData("Encoding=utf-16")]
    [InlineData("Encoding=iso-8859-1")]
    [InlineData("Client Encoding=LATIN1")]
    public async Task A_given_pool_with_another_encoding_is_refused_when_the_store_is_made(string more)
    {
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};{more}");
        Action used = () => _ = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given });

        used.Should().Throw<ArgumentException>().WithMessage("*DataSource*UTF-8*Leave Encoding and Client Encoding out*");
    }

    [SkippableTheory]
    [InlineData("Encoding=utf-8")]
    [InlineData("Client Encoding=utf8")]
    [InlineData("Client Encoding=UNICODE")]
    public async Task A_given_pool_that_names_the_ledgers_encoding_is_used(string more)
    {
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};{more}");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given, Schema = Schema });

        await UseAsync(store);
    }
}
