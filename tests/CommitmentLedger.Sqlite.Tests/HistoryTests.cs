using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class HistoryTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task A_stream_that_was_never_written_has_none() => (await Store.HistoryAsync(_stream)).Should().BeEmpty();

    [Fact]
    public async Task It_gives_the_entries_after_a_version_oldest_first()
    {
        StreamAppend append = Some.Append(_stream, entries: 12);
        await Store.AppendAsync([append, Some.Append(Some.Stream("guest-2"), entries: 4)], default);

        (await Store.HistoryAsync(_stream, after: 0)).ShouldBe(append.Entries);
        (await Store.HistoryAsync(_stream, after: 9)).ShouldBe(append.Entries.Skip(9));
        (await Store.HistoryAsync(_stream, after: 12)).Should().BeEmpty();
    }

    [Fact]
    public async Task It_goes_on_across_pages()
    {
        StreamAppend append = Some.Append(_stream, entries: (2 * PageSize.MaxRows) + 1);
        await AppendAsync(append);

        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries);
    }

    [Fact]
    public async Task Pages_of_large_bodies_end_early_and_lose_nothing()
    {
        StreamAppend append = Some.Append(_stream, entries: 12);
        byte[] body = new byte[1024 * 1024];
        append = append with { Entries = [.. append.Entries.Select(entry => entry with { Body = body, BodyHash = Digest.Of(body) })] };
        await AppendAsync(append);

        (await Store.HistoryAsync(_stream)).Select(entry => entry.Version).Should().Equal(append.Entries.Select(entry => entry.Version));
        (await Store.FeedAsync()).Should().HaveCount(12);
    }

    [Fact]
    public async Task It_ends_although_somebody_writes_whenever_the_reader_took_an_entry()
    {
        await AppendAsync(Some.Append(_stream, entries: 3));
        int read = 0;
        await foreach (StoredEntry _ in Store.ReadHistoryAsync(_stream, 0, default))
        {
            await AppendAsync(Some.Append(_stream, after: await Store.LoadAsync(_stream, LoadScope.OpenOnly, default)));
            if (++read > 10) break;
        }

        read.Should().Be(3);
    }

    [Fact]
    public async Task A_reader_who_thinks_for_long_holds_nobody_up()
    {
        await AppendAsync(Some.Append(_stream, entries: 3));
        await using SqliteLedgerStore single = OpenAnother(options => options.Readers = 1);
        await foreach (StoredEntry _ in single.ReadHistoryAsync(_stream, 0, default))
            (await single.LoadAsync(_stream, LoadScope.OpenOnly, default))!.Version.Should().Be(3);
    }
}
