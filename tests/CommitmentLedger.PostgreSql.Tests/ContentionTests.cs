using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Sessions of others that hold what the store needs: the server decides who loses, and the store goes on.</summary>
public class ContentionTests : OwnSchema
{
    private static readonly StreamKey[] Guests = [.. new[] { Stream("one"), Stream("two") }.Order()];

    [SkippableFact]
    public async Task An_append_that_loses_a_deadlock_is_tried_again_and_written_once()
    {
        const string Count = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        await Store.AppendAsync([Append(Guests[0], 0), Append(Guests[1], 0)], default);
        long before = await ScalarAsync<long>(Count);
        await using PostgreSqlLedgerStore store = NewStore("Application Name=contending");
        await using Foreigner foreigner = await Foreigner.BeginAsync(Raw, "SET LOCAL deadlock_timeout = '10min'");
        await foreigner.ExecuteAsync(Lock(Guests[1]));
        Task<IReadOnlyList<AppendResult>> appending = store.AppendAsync([Append(Guests[0], 1), Append(Guests[1], 1)], default).AsTask();
        await WaitingAsync();

        await foreigner.ExecuteAsync(Lock(Guests[0]));
        await foreigner.CommitAsync();

        (await appending).Should().Equal(new AppendResult.Appended(2), new AppendResult.Appended(2));
        await ShouldHoldAsync(Guests[0], 2);
        await ShouldHoldAsync(Guests[1], 2);

        // The counters reach the view a moment after the session that lost has told them.
        while (await ScalarAsync<long>(Count) == before) await Task.Delay(10);
    }

    [SkippableTheory]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task An_append_that_cannot_be_serialized_is_tried_again_and_written_once(string isolation)
    {
        await Store.AppendOneAsync(Append(Guests[0], 0));
        await using PostgreSqlLedgerStore store = NewStore($"Application Name=contending;Options=-c default_transaction_isolation={isolation.Replace(" ", "\\ ", StringComparison.Ordinal)}");
        await using Foreigner foreigner = await Foreigner.BeginAsync(Raw, $"UPDATE {Schema}.head SET record = record WHERE stream = '{ColumnValues.Of(Guests[0])}'");
        Task<AppendResult> appending = store.AppendOneAsync(Append(Guests[0], 1));
        await WaitingAsync();

        await foreigner.CommitAsync();

        (await appending).Should().Be(new AppendResult.Appended(2));
        await ShouldHoldAsync(Guests[0], 2);
    }

    [SkippableFact]
    public async Task Racing_writers_that_must_be_serialized_write_what_they_were_told_and_nothing_else()
    {
        await using PostgreSqlLedgerStore store = NewStore("Options=-c default_transaction_isolation=serializable");
        int written = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int round = 0; round < 20; round++)
            {
                try
                {
                    long version = (await store.LoadAsync(Guests[0], LoadScope.OpenOnly, default))?.Version ?? 0;
                    if (await store.AppendOneAsync(Append(Guests[0], version)) is AppendResult.Appended) Interlocked.Increment(ref written);
                }
                catch (LedgerUnavailableException)
                {
                    // It lost five times in a row: definite, and nothing was written.
                }
            }
        })));

        await ShouldHoldAsync(Guests[0], written);
    }

    [SkippableFact]
    public async Task When_the_server_ends_a_session_that_idles_in_a_transaction_the_append_goes_on()
    {
        await Store.AppendOneAsync(Append(Guests[0], 0));
        await using PostgreSqlLedgerStore store = NewStore("Application Name=contending");
        Foreigner foreigner = await Foreigner.BeginAsync(Raw, Lock(Guests[0]));
        Task<AppendResult> appending = store.AppendOneAsync(Append(Guests[0], 1));
        await WaitingAsync();

        await foreigner.ExecuteAsync("SET idle_in_transaction_session_timeout = '50ms'");

        (await appending).Should().Be(new AppendResult.Appended(2));
        await ShouldHoldAsync(Guests[0], 2);
        await foreigner.Awaiting(dead => dead.DisposeAsync().AsTask()).Should().ThrowAsync<PostgresException>("the driver tells of its end");
    }

    [SkippableFact]
    public async Task A_connection_that_died_in_a_transaction_goes_back_to_the_pool_without_an_error()
    {
        NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using (var begin = new NpgsqlCommand("BEGIN", connection)) await begin.ExecuteNonQueryAsync();
        await ExecuteAsync($"SELECT pg_terminate_backend({connection.ProcessID})");

        await new Connection(connection, isTuned: false, prepares: false).DisposeAsync();

        (await ScalarAsync<int>("SELECT 1")).Should().Be(1);
    }

    [SkippableFact]
    public async Task A_long_foreign_write_transaction_holds_back_the_feed_and_nothing_else()
    {
        await using Foreigner foreigner = await Foreigner.BeginAsync(Raw, "SELECT pg_current_xact_id()");

        for (int version = 0; version < 5; version++) (await Store.AppendOneAsync(Append(Guests[0], version))).Should().Be(new AppendResult.Appended(version + 1));
        await ShouldHoldAsync(Guests[0], 5, inFeed: 0);
        await foreigner.CommitAsync();

        await ShouldHoldAsync(Guests[0], 5);
    }

    private string Lock(StreamKey stream) => $"SELECT FROM {Schema}.head WHERE stream = '{ColumnValues.Of(stream)}' FOR UPDATE";

    private async Task WaitingAsync()
    {
        while (await ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'contending'") == 0) await Task.Delay(10);
    }

    private async Task ShouldHoldAsync(StreamKey stream, int entries, int? inFeed = null)
    {
        (await Store.LoadAsync(stream, LoadScope.OpenOnly, default))!.Version.Should().Be(entries);
        (await Store.ReadHistoryAsync(stream, 0, default).AllAsync()).Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, entries).Select(version => (long)version));
        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Count(entry => entry.Stream == stream).Should().Be(inFeed ?? entries);
    }

    /// <summary>A transaction of somebody else's, which ends when it is disposed.</summary>
    private sealed class Foreigner(NpgsqlConnection connection) : IAsyncDisposable
    {
        public static async Task<Foreigner> BeginAsync(NpgsqlDataSource source, string text)
        {
            var foreigner = new Foreigner(await source.OpenConnectionAsync());
            await foreigner.ExecuteAsync($"BEGIN; {text}");
            return foreigner;
        }

        public async Task ExecuteAsync(string text)
        {
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync();
        }

        public Task CommitAsync() => ExecuteAsync("COMMIT");

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
