using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class FeedTests : StoreTest
{
    [Fact]
    public async Task A_new_ledger_has_an_empty_feed()
    {
        (await Store.FeedAsync()).Should().BeEmpty();
        (await Store.FeedAsync(FeedCursor.Beginning)).Should().BeEmpty();
    }

    [Fact]
    public async Task It_gives_every_entry_once_with_its_tenant_and_stream()
    {
        StreamAppend hotel = Some.Append(Some.Stream(), entries: 2);
        StreamAppend bank = Some.Append(Some.Stream(tenant: Some.Bank), tenant: Some.Bank);
        await Store.AppendAsync([hotel, bank], default);

        List<FeedEntry> feed = await Store.FeedAsync();

        feed.Select(entry => entry.Entry).ShouldBe([.. hotel.Entries, .. bank.Entries]);
        feed.Select(entry => (entry.Tenant, entry.Stream)).Should().Equal(
            (hotel.Tenant, hotel.Stream), (hotel.Tenant, hotel.Stream), (bank.Tenant, bank.Stream));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1_000)]
    [InlineData(1_001)]
    public async Task Any_cursor_goes_on_behind_its_entry_across_pages_and_digits(int count)
    {
        foreach (int chunk in Enumerable.Repeat(100, count / 100).Append(count % 100).Where(chunk => chunk > 0))
            await AppendAsync(Some.Append(Some.Stream($"guest-{Guid.NewGuid():N}"), entries: chunk));

        List<FeedEntry> all = await Store.FeedAsync();

        all.Select(entry => entry.Cursor).Should().HaveCount(count).And.OnlyHaveUniqueItems();
        foreach (int index in new[] { 0, count / 2, count - 2, count - 1 })
            (await Store.FeedAsync(all[index].Cursor)).Select(entry => entry.Cursor).Should().Equal(all.Skip(index + 1).Select(entry => entry.Cursor));
    }

    [Fact]
    public async Task It_ends_where_the_feed_ended_when_reading_began()
    {
        await AppendAsync(Some.Append(Some.Stream(), entries: 3));
        int seen = 0;
        await foreach (FeedEntry _ in Store.ReadFeedAsync(FeedCursor.Beginning, default))
        {
            seen++;
            await AppendAsync(Some.Append(Some.Stream($"guest-{seen}-more")));
        }

        seen.Should().Be(3);
        (await Store.FeedAsync()).Should().HaveCount(6);
    }

    [Fact]
    public async Task While_many_write_nothing_is_skipped_repeated_or_out_of_order()
    {
        const int Writers = 8;
        const int Rounds = 40;
        var seen = new List<FeedEntry>();
        var cursor = FeedCursor.Beginning;
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteRoundsAsync(Some.Stream($"guest-{writer % 4}"), Rounds)))];
        Task all = Task.WhenAll(writers);
        for (bool isLast = false; !isLast;)
        {
            isLast = all.IsCompleted;
            foreach (FeedEntry entry in await Store.FeedAsync(cursor))
            {
                seen.Add(entry);
                cursor = entry.Cursor;
            }
        }

        await all;
        seen.Should().HaveCount(Writers * Rounds * 2);
        seen.Select(entry => (entry.Stream, entry.Entry.Version)).Should().OnlyHaveUniqueItems();
        foreach (IGrouping<StreamKey, FeedEntry> stream in seen.GroupBy(entry => entry.Stream))
            stream.Select(entry => entry.Entry.Version).Should().BeInAscendingOrder();
    }

    [Theory]
    [InlineData("17")]
    [InlineData("x")]
    [InlineData("-1-0199aaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0-0199aaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1-00000000000000000000000000000000")]
    public async Task A_cursor_of_another_kind_is_refused(string cursor) =>
        await FluentActions.Awaiting(() => Store.FeedAsync(new FeedCursor(cursor)))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*FeedCursor.Beginning*");

    [Fact]
    public async Task A_cursor_that_an_older_copy_of_the_file_never_gave_is_refused_even_when_its_position_is_taken_again()
    {
        await AppendAsync(Some.Append(Some.Stream("before the copy")));
        using (var copies = new TempFolder())
        {
            await Store.BackupToAsync(copies.File());
            await AppendAsync(Some.Append(Some.Stream("lost by restoring")));
            FeedCursor lost = (await Store.FeedAsync())[^1].Cursor;
            await using var restored = new SqliteLedgerStore(copies.File());
            await FluentActions.Awaiting(() => restored.FeedAsync(lost)).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*another state*");

            await restored.AppendAsync([Some.Append(Some.Stream("after restoring"))], default);

            await FluentActions.Awaiting(() => restored.FeedAsync(lost)).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*another state*");
        }
    }

    [Fact]
    public async Task Cancelled_between_two_entries_it_stops()
    {
        await AppendAsync(Some.Append(Some.Stream(), entries: 3));
        using var source = new CancellationTokenSource();
        int seen = 0;

        await FluentActions.Awaiting(async () =>
        {
            await foreach (FeedEntry _ in Store.ReadFeedAsync(FeedCursor.Beginning, source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        }).Should().ThrowAsync<OperationCanceledException>();

        seen.Should().Be(1);
    }

    private async Task WriteRoundsAsync(StreamKey stream, int rounds)
    {
        for (int written = 0; written < rounds;)
        {
            StoredStream? before = await Store.LoadAsync(stream, LoadScope.OpenOnly, default);
            if (await AppendAsync(Some.Append(stream, before, entries: 2)) is AppendResult.Appended) written++;
        }
    }
}
