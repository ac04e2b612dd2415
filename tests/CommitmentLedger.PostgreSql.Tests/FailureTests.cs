using System.Collections.Concurrent;
using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>What goes wrong while the server stays up: every failure is typed, nothing is lost and nothing doubled.</summary>
public class FailureTests : OwnSchema
{
    private readonly StreamKey _guest = Stream("guest");

    [SkippableFact]
    public async Task A_server_that_cannot_be_reached_is_said_without_its_password()
    {
        await using var store = new PostgreSqlLedgerStore("Host=127.0.0.1;Port=1;Username=u;Password=hush;Database=d");
        foreach (Func<Task> operation in Operations(store))
        {
            LedgerUnavailableException problem = (await operation.Should().ThrowAsync<LedgerUnavailableException>()).Which;
            problem.ToString().Should().NotContain("hush");
            problem.Message.Should().Contain("Nothing was written");
        }
    }

    [SkippableFact]
    public async Task A_reply_that_is_lost_leaves_the_outcome_unknown_and_repeating_finds_it_out()
    {
        await using var proxy = new Proxy(new NpgsqlConnectionStringBuilder(Server).Port);
        await using PostgreSqlLedgerStore store = Through(proxy);
        await store.AppendOneAsync(Append(_guest, 0));
        StreamAppend lost = Append(_guest, 1, entries: 2);
        Func<Task> append = async () => await store.AppendOneAsync(lost);

        proxy.Cutting = Proxy.Cut.BeforeTheReply;
        await append.Should().ThrowAsync<LedgerOutcomeUnknownException>().WithMessage("*same command id*");
        proxy.Cutting = Proxy.Cut.Never;

        // The server may still be at work on what nobody waits for.
        while ((await Store.LoadAsync(_guest, LoadScope.OpenOnly, default))!.Version == 1) await Task.Delay(10);
        (await store.AppendOneAsync(lost)).Should().Be(new AppendResult.Replayed(2, 3));
        (await Store.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(3);
    }

    [SkippableFact]
    public async Task A_request_that_is_lost_leaves_the_outcome_unknown_too_and_repeating_finishes_it()
    {
        await using var proxy = new Proxy(new NpgsqlConnectionStringBuilder(Server).Port);
        await using PostgreSqlLedgerStore store = Through(proxy);
        await store.AppendOneAsync(Append(_guest, 0));
        StreamAppend lost = Append(_guest, 1);

        proxy.Cutting = Proxy.Cut.BeforeTheRequest;
        Func<Task> append = async () => await store.AppendOneAsync(lost);
        await append.Should().ThrowAsync<LedgerOutcomeUnknownException>();
        await append.Should().ThrowAsync<LedgerUnavailableException>("there is no connection to send it on any more");
        Func<Task> load = async () => await store.LoadAsync(_guest, LoadScope.OpenOnly, default);
        await load.Should().ThrowAsync<LedgerUnavailableException>();
        proxy.Cutting = Proxy.Cut.Never;

        (await store.AppendOneAsync(lost)).Should().Be(new AppendResult.Appended(2));
    }

    [SkippableFact]
    public async Task A_read_on_a_dead_connection_is_asked_again_on_a_live_one()
    {
        await using PostgreSqlLedgerStore store = NewStore("Application Name=dead");
        await store.AppendOneAsync(Append(_guest, 0));
        await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dead'");
        (await store.LoadAsync(_guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
    }

    [SkippableFact]
    public async Task A_backend_that_is_terminated_leaves_the_outcome_unknown_and_nothing_half_written()
    {
        await using PostgreSqlLedgerStore store = NewStore("Application Name=terminated");
        await store.AppendOneAsync(Append(_guest, 0));
        StreamAppend[] list = [Append(Stream("other"), 0), Append(_guest, 1)];
        await using (await LockAsync())
        {
            Task<IReadOnlyList<AppendResult>> appending = store.AppendAsync(list, default).AsTask();
            await WaitingAsync();
            await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'terminated'");
            await appending.Awaiting(task => task).Should().ThrowAsync<LedgerOutcomeUnknownException>();
        }

        (await store.LoadAsync(Stream("other"), LoadScope.OpenOnly, default)).Should().BeNull();
        (await store.AppendAsync(list, default)).Should().Equal(new AppendResult.Appended(1), new AppendResult.Appended(2));
    }

    [SkippableTheory]
    [InlineData("Options=-c statement_timeout=200", null, "*statement_timeout*")]
    [InlineData("", "ALTER FUNCTION {0}.append SET lock_timeout = '200ms'", "Another transaction kept a stream*longer than lock_timeout*a customer's*or the tenant's own*end that transaction*")]
    public async Task A_session_that_idles_in_a_transaction_on_the_stream_ends_the_wait_definitely(string more, string? setting, string message)
    {
        if (setting is not null) await ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, setting, Schema));
        await using PostgreSqlLedgerStore store = NewStore(more);
        await Store.AppendOneAsync(Append(_guest, 0));
        StreamAppend[] list = [Append(Stream("other"), 0), Append(_guest, 1)];
        await using (await LockAsync())
        {
            Func<Task> append = async () => await store.AppendAsync(list, default);
            await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage(message);
            (await store.LoadAsync(Stream("other"), LoadScope.OpenOnly, default)).Should().BeNull("nothing of the list was written");
        }

        (await store.AppendAsync(list, default)).Should().Equal(new AppendResult.Appended(1), new AppendResult.Appended(2));
        if (setting is not null) await ExecuteAsync($"ALTER FUNCTION {Schema}.append SET lock_timeout = '5s'");
    }

    [SkippableFact]
    public async Task A_command_timeout_leaves_the_outcome_unknown_and_repeating_finishes_it()
    {
        await using PostgreSqlLedgerStore store = NewStore("Command Timeout=1;Cancellation Timeout=-1");
        await store.AppendOneAsync(Append(_guest, 0));
        StreamAppend given = Append(_guest, 1);
        await using (await LockAsync())
        {
            Func<Task> append = async () => await store.AppendOneAsync(given);
            await append.Should().ThrowAsync<LedgerOutcomeUnknownException>();
        }

        // The server may still be at work on what nobody waits for: whichever comes first, it is written once.
        AppendResult repeated = await store.AppendOneAsync(given);
        repeated.Should().Match(result => result.Equals(new AppendResult.Appended(2)) || result.Equals(new AppendResult.Replayed(2, 2)));
        (await store.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task An_exhausted_pool_is_definite()
    {
        await using NpgsqlDataSource pool = NpgsqlDataSource.Create($"{Server};Maximum Pool Size=1;Timeout=1");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = pool, Schema = Schema });
        await store.AppendOneAsync(Append(_guest, 0));
        await using (await pool.OpenConnectionAsync())
        {
            foreach (Func<Task> operation in Operations(store)) await operation.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*Maximum Pool Size*");
        }

        (await store.AppendOneAsync(Append(_guest, 1))).Should().Be(new AppendResult.Appended(2));
    }

    [SkippableFact]
    public async Task A_read_only_server_and_one_without_room_for_connections_are_definite()
    {
        await using PostgreSqlLedgerStore standby = NewStore("Options=-c default_transaction_read_only=on");
        Func<Task> append = async () => await standby.AppendOneAsync(Append(_guest, 0));
        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*connect to the primary*");
        (await standby.LoadAsync(_guest, LoadScope.OpenOnly, default)).Should().BeNull("reading goes on");

        string role = $"role_{Schema}";
        await ExecuteAsync($"CREATE ROLE {role} LOGIN CONNECTION LIMIT 0");
        try
        {
            await using PostgreSqlLedgerStore crowded = NewStore($"Username={role}");
            Func<Task> load = async () => await crowded.LoadAsync(_guest, LoadScope.OpenOnly, default);
            await load.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*max_connections*");
            await ExecuteAsync($"ALTER ROLE {role} CONNECTION LIMIT 5");
            await load.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*grant*");
        }
        finally
        {
            await ExecuteAsync($"DROP ROLE {role}");
        }
    }

    [SkippableFact]
    public async Task A_batch_takes_its_streams_in_their_order_whatever_that_of_the_list()
    {
        StreamKey later = Enumerable.Range(0, 100).Select(number => Stream($"later {number}")).First(stream => stream > _guest);
        await using PostgreSqlLedgerStore store = NewStore("Application Name=terminated");
        await store.AppendAsync([Append(later, 0), Append(_guest, 0)], default);
        Task<IReadOnlyList<AppendResult>> appending;
        await using (await LockAsync())
        {
            appending = store.AppendAsync([Append(later, 1), Append(_guest, 1)], default).AsTask();
            await WaitingAsync();
            (await ScalarAsync<long>($"SELECT count(*) FROM (SELECT FROM {Schema}.head WHERE stream = '{ColumnValues.Of(later)}' FOR UPDATE SKIP LOCKED) AS free"))
                .Should().Be(1, "while it waits for an earlier stream it holds no later one");
        }

        (await appending).Should().AllBeEquivalentTo(new AppendResult.Appended(2));
    }

    [SkippableFact]
    public async Task Batches_that_cross_never_deadlock()
    {
        const string Count = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        long before = await ScalarAsync<long>(Count);
        await using PostgreSqlLedgerStore second = NewStore();
        StreamKey[] guests = [.. Enumerable.Range(0, 12).Select(number => Stream($"guest {number}"))];
        var outcomes = new ConcurrentBag<AppendResult>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (writer, _) =>
        {
            ILedgerStore store = writer % 2 == 0 ? Store : second;
            for (int round = 0; round < 25; round++)
            {
                // Half of the writers go from front to back; all of them guess the version and are often wrong.
                IEnumerable<StreamKey> order = writer % 2 == 0 ? guests : guests.Reverse();
                foreach (AppendResult result in await store.AppendAsync([.. order.Select(guest => Append(guest, round))], default)) outcomes.Add(result);
            }
        });

        (await ScalarAsync<long>(Count)).Should().Be(before);
        var appended = 0L;
        foreach (StreamKey guest in guests) appended += (await Store.ReadHistoryAsync(guest, 0, default).AllAsync()).Count;
        outcomes.OfType<AppendResult.Appended>().Should().HaveCount((int)appended);
    }

    [SkippableFact]
    public async Task A_disposed_store_says_so()
    {
        PostgreSqlLedgerStore store = NewStore();
        await store.AppendOneAsync(Append(_guest, 0));
        await store.DisposeAsync();
        foreach (Func<Task> operation in Operations(store)) await operation.Should().ThrowAsync<ObjectDisposedException>().WithMessage("*PostgreSqlLedgerStore*");
    }

    private static IEnumerable<Func<Task>> Operations(PostgreSqlLedgerStore store) =>
    [
        async () => await store.AppendOneAsync(Append(Stream("guest"), 0)),
        async () => await store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default),
        async () => await store.ReadHistoryAsync(Stream("guest"), 0, default).AllAsync(),
        async () => await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync(),
        async () => await store.FindAsync(new CommitmentQuery.DueBefore(TenantKey.For(Hotel), Noon), default).AllAsync(),
        () => store.ExamineAsync(default),
        () => store.ScrubAsync(Stream("guest"), [1], default),
        () => store.ReplaceDocumentsAsync(new StreamDocuments(Stream("guest"), 1, default, []), default),
        () => store.ImportAsync(((StreamAppend[])[Append(Stream("guest"), 0)]).ToAsync(), progress: null, default),
    ];

    private PostgreSqlLedgerStore Through(Proxy proxy)
    {
        var through = new NpgsqlConnectionStringBuilder(Server) { Host = "127.0.0.1", Port = proxy.Port, SslMode = SslMode.Disable };
        return new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = through.ConnectionString, Schema = Schema });
    }

    /// <summary>A session that locks the guest's stream and then does nothing, until it is disposed.</summary>
    private async Task<NpgsqlConnection> LockAsync()
    {
        NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"BEGIN; SELECT FROM {Schema}.head WHERE stream = '{ColumnValues.Of(_guest)}' FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task WaitingAsync()
    {
        while (await ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'terminated'") == 0) await Task.Delay(10);
    }
}
