using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class ImportingTests : StoreTest
{
    [Fact]
    public async Task Whole_streams_are_written_as_if_they_had_been_appended()
    {
        StreamAppend[] streams = [.. Enumerable.Range(0, 500).Select(Stream)];
        var told = new List<long>();

        (await Store.ImportAsync(streams.ToAsyncEnumerable(), new Told(told), default)).Should().Be(500 * 50);

        told.Should().Equal(20_000, 25_000);
        (await Store.FeedAsync()).Select(entry => entry.Entry).ShouldBe(streams.SelectMany(stream => stream.Entries));
        foreach (StreamAppend stream in streams.Take(5))
        {
            await Store.ShouldVerifyAsync(stream.Stream);
            (await Store.LoadAsync(stream.Stream, LoadScope.OpenOnly, default))!.Commitments.ShouldBe(stream.Changed);
            (await AppendAsync(stream)).Should().Be(new AppendResult.Replayed(1, 50));
        }
    }

    [Fact]
    public async Task A_stream_that_exists_keeps_its_whole_bulk_out()
    {
        StreamAppend existing = Some.Append(Some.Stream("guest-1"));
        await AppendAsync(existing);

        await FluentActions.Awaiting(() => Store.ImportAsync(Enumerable.Range(0, 3).Select(Stream).ToAsyncEnumerable(), null, default))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*exists already*");

        (await Store.FeedAsync()).Select(entry => entry.Entry).ShouldBe(existing.Entries);
        (await AppendAsync(Some.Append(Some.Stream("guest-2")))).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_stream_that_comes_twice_keeps_its_bulk_out() =>
        await FluentActions.Awaiting(() => Store.ImportAsync(new[] { Stream(1), Stream(1) }.ToAsyncEnumerable(), null, default))
            .Should().ThrowAsync<InvalidOperationException>();

    [Fact]
    public async Task An_append_that_does_not_begin_its_stream_is_a_mistake() =>
        await FluentActions.Awaiting(() => Store.ImportAsync(new[] { Stream(1) with { ExpectedVersion = 1 } }.ToAsyncEnumerable(), null, default))
            .Should().ThrowAsync<ArgumentException>();

    [Fact]
    public async Task Given_up_between_two_bulks_it_leaves_whole_bulks()
    {
        using var source = new CancellationTokenSource();
        IEnumerable<StreamAppend> Streams()
        {
            for (int number = 0; number < 500; number++)
            {
                if (number == 450) source.Cancel();
                yield return Stream(number);
            }
        }

        await FluentActions.Awaiting(() => Store.ImportAsync(Streams().ToAsyncEnumerable(), null, source.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await Store.FeedAsync()).Should().HaveCount(20_000);
    }

    [Fact]
    public async Task Nothing_to_import_writes_nothing() =>
        (await Store.ImportAsync(Array.Empty<StreamAppend>().ToAsyncEnumerable(), null, default)).Should().Be(0);

    private static StreamAppend Stream(int number)
    {
        StreamKey stream = Some.Stream($"guest-{number}");
        return Some.Append(stream, entries: 50, changed: Some.Document(stream, lookups: "SHARED"));
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
