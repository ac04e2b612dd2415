using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class FeedTests : OwnSchema
{
    [SkippableFact]
    public async Task An_empty_ledger_has_an_empty_feed()
    {
        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().BeEmpty();
        (await Store.ReadFeedAsync(default, default).AllAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_cursor_whose_entry_an_older_copy_does_not_have_is_refused_and_nothing_is_skipped()
    {
        await Store.AppendOneAsync(Append(Stream("a"), 0, entries: 2));
        FeedCursor kept = (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync())[^1].Cursor;
        await ExecuteAsync($"DELETE FROM {Schema}.entry WHERE version = 2; UPDATE {Schema}.head SET version = 1");
        Func<Task> read = () => Store.ReadFeedAsync(kept, default).AllAsync();

        await read.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*older copy was restored*FeedCursor.Beginning*");

        await Store.AppendOneAsync(Append(Stream("b"), 0));
        await read.Should().ThrowAsync<LedgerUnavailableException>("what is newer must not hide what is gone");
    }

    [SkippableFact]
    public async Task Each_cursor_leads_on_to_the_next_entry()
    {
        var other = TenantId.Of("bank");
        await Store.AppendAsync([Append(Stream("a"), 0, entries: 3), Append(Stream("b", other), 0, entries: 2, tenant: other)], default);
        await Store.AppendOneAsync(Append(Stream("a"), 3));

        List<FeedEntry> all = await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();

        all.Should().HaveCount(6);
        all[^1].Stream.Should().Be(Stream("a"));
        all[^1].Tenant.Should().Be(TenantKey.For(Hotel));
        all.Should().OnlyContain(entry => entry.Cursor.Value.Length <= 200);
        for (int index = 0; index < all.Count; index++)
        {
            List<FeedEntry> rest = await Store.ReadFeedAsync(all[index].Cursor, default).AllAsync();
            rest.Select(entry => entry.Cursor).Should().Equal(all.Skip(index + 1).Select(entry => entry.Cursor));
        }
    }

    [SkippableTheory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(321)]
    public async Task Pages_neither_skip_nor_repeat_at_their_edges(int count)
    {
        for (int version = 0; version < count; version += 9)
            await Store.AppendAsync([Append(Stream("a"), version, entries: Math.Min(9, count - version))], default);

        List<FeedEntry> all = await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();

        all.Select(entry => entry.Entry.Version).Should().Equal(Enumerable.Range(1, count).Select(version => (long)version));
        (await Store.ReadHistoryAsync(Stream("a"), 0, default).AllAsync()).Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, count).Select(version => (long)version));
    }

    [SkippableFact]
    public async Task A_transaction_that_began_early_and_still_writes_holds_the_feed_back_and_loses_nothing()
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction early = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, early)) await command.ExecuteScalarAsync();
        await Store.AppendOneAsync(Append(Stream("a"), 0));

        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().BeEmpty("the early transaction could still write before it");

        ILedgerStore within = Store.Within(early);
        (await within.AppendOneAsync(Append(Stream("a"), 1))).Should().Be(new AppendResult.Appended(2), "its own transaction id is lower than the stream's");
        await within.AppendOneAsync(Append(Stream("b"), 0));
        await early.CommitAsync();

        List<FeedEntry> all = await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        all.Should().HaveCount(3);
        all.Where(entry => entry.Stream == Stream("a")).Select(entry => entry.Entry.Version).Should().Equal(1, 2);
    }

    [SkippableFact]
    public async Task Sixteen_racing_writers_with_rollbacks_and_early_transactions_lose_double_and_reorder_nothing()
    {
        const int Writers = 16;
        const int Rounds = 12;
        using var done = new CancellationTokenSource();
        Task<List<FeedEntry>> reading = Task.Run(() => FollowAsync(done.Token));
        var written = new System.Collections.Concurrent.ConcurrentBag<(StreamKey Stream, long Version)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Writers), new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (writer, _) =>
        {
            for (int round = 0; round < Rounds; round++) await WriteAsync(writer, round, written);
        });
        await done.CancelAsync();
        List<FeedEntry> followed = await reading;

        List<FeedEntry> all = await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        all.Select(entry => (entry.Stream, entry.Entry.Version)).Should().BeEquivalentTo(written).And.OnlyHaveUniqueItems();
        followed.Select(entry => entry.Cursor).Should().Equal(all.Select(entry => entry.Cursor), "whoever follows sees what a late reader sees, in the same order");
        foreach (IGrouping<StreamKey, FeedEntry> stream in all.GroupBy(entry => entry.Stream))
            stream.Select(entry => entry.Entry.Version).Should().Equal(Enumerable.Range(1, stream.Count()).Select(version => (long)version));
    }

    [SkippableFact]
    public async Task How_far_the_feed_is_held_back_is_measured()
    {
        var measured = new List<long>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "commitment_ledger.postgresql.feed.horizon_lag") own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => measured.Add(value));
        listener.Start();
        await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction early = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, early)) await command.ExecuteScalarAsync();
        for (int number = 0; number < 3; number++) await Store.AppendOneAsync(Append(Stream($"{number}"), 0));
        await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        measured.Should().Equal(0, 4);
    }

    [SkippableFact]
    public async Task A_cursor_of_another_store_is_a_mistake()
    {
        Func<Task> reading = async () => await Store.ReadFeedAsync(new FeedCursor("17"), default).AllAsync();
        await reading.Should().ThrowAsync<ArgumentException>().WithMessage("*FeedCursor.Beginning*");
    }

    private async Task WriteAsync(int writer, int round, System.Collections.Concurrent.ConcurrentBag<(StreamKey Stream, long Version)> written)
    {
        // Five streams for sixteen writers, so that they meet; every third write comes from a transaction that took its id early.
        StreamKey stream = Stream($"guest {(writer + round) % 5}");
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        bool isEarly = (writer + round) % 3 == 0;
        if (isEarly)
        {
            await using var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, transaction);
            await command.ExecuteScalarAsync();
        }

        ILedgerStore store = isEarly ? Store.Within(transaction) : Store;
        while (true)
        {
            long version = (await store.LoadAsync(stream, LoadScope.OpenOnly, default))?.Version ?? 0;
            if (await store.AppendOneAsync(Append(stream, version, entries: 2)) is not AppendResult.Appended) continue;
            if (!isEarly || round % 2 == 0)
            {
                written.Add((stream, version + 1));
                written.Add((stream, version + 2));
            }

            break;
        }

        if (isEarly && round % 2 == 0) await transaction.CommitAsync();
    }

    private async Task<List<FeedEntry>> FollowAsync(CancellationToken done)
    {
        var all = new List<FeedEntry>();
        while (true)
        {
            bool isLast = done.IsCancellationRequested;
            await foreach (FeedEntry entry in Store.ReadFeedAsync(all.Count == 0 ? FeedCursor.Beginning : all[^1].Cursor, default)) all.Add(entry);
            if (isLast) return all;
        }
    }
}
