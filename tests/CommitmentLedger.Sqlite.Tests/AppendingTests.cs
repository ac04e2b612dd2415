using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class AppendingTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task An_empty_list_gives_an_empty_list() => (await Store.AppendAsync([], default)).Should().BeEmpty();

    [Fact]
    public async Task What_is_appended_is_read_back_as_it_was()
    {
        CommitmentDocument document = Some.Document(_stream, due: Some.Noon, lookups: ["A-1", "A-2"]);
        StreamAppend append = Some.Append(_stream, entries: 3, changed: document);

        (await AppendAsync(append)).Should().Be(new AppendResult.Appended(3));

        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries);
        StoredStream stored = (await Store.LoadAsync(_stream, new LoadScope([], append.Command), default))!;
        (stored.Version, stored.Head).Should().Be((3, append.Head));
        stored.Record.ToArray().Should().Equal(append.Record.ToArray());
        stored.Commitments.ShouldBe([document]);
        stored.Command.Should().Be(new StoredCommand(append.ContentHash, 1, 3));
    }

    [Fact]
    public async Task What_is_appended_outlives_the_store()
    {
        StreamAppend append = Some.Append(_stream, entries: 2, changed: Some.Document(_stream));
        await AppendAsync(append);
        await Store.DisposeAsync();

        await using SqliteLedgerStore again = OpenAnother();

        (await again.HistoryAsync(_stream)).ShouldBe(append.Entries);
        (await again.LoadAsync(_stream, LoadScope.OpenOnly, default))!.Commitments.ShouldBe(append.Changed);
    }

    [Fact]
    public async Task The_same_command_with_the_same_content_is_replayed_whatever_version_it_expects()
    {
        await AppendAsync(Some.Append(_stream));
        StreamAppend first = Some.Append(_stream, await LoadAsync(), entries: 2);
        await AppendAsync(first);
        await AppendAsync(Some.Append(_stream, await LoadAsync()));

        foreach (StreamAppend repeated in new[] { first, first with { ExpectedVersion = 0 }, first with { ExpectedVersion = 4 } })
            (await AppendAsync(repeated)).Should().Be(new AppendResult.Replayed(2, 3));
        (await Store.HistoryAsync(_stream)).Should().HaveCount(4);
    }

    [Fact]
    public async Task The_same_command_with_other_content_is_reused_even_before_it_conflicts()
    {
        StreamAppend first = Some.Append(_stream);
        await AppendAsync(first);

        (await AppendAsync(first with { ContentHash = Digest.Of([7]) })).Should().Be(new AppendResult.CommandIdReused());
        (await AppendAsync(first with { ContentHash = Digest.Of([7]), ExpectedVersion = 9 })).Should().Be(new AppendResult.CommandIdReused());
        (await Store.HistoryAsync(_stream)).ShouldBe(first.Entries);
    }

    [Fact]
    public async Task A_command_id_belongs_to_its_stream()
    {
        StreamAppend first = Some.Append(_stream);
        await AppendAsync(first);

        (await AppendAsync(Some.Append(Some.Stream("guest-2"), command: first.Command))).Should().Be(new AppendResult.Appended(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_version_than_the_expected_one_conflicts_and_writes_nothing(long expected)
    {
        StreamAppend first = Some.Append(_stream, entries: 2, changed: Some.Document(_stream));
        await AppendAsync(first);
        StreamAppend other = Some.Append(_stream, await LoadAsync(), changed: Some.Document(_stream)) with { ExpectedVersion = expected };

        (await AppendAsync(other)).Should().Be(new AppendResult.Conflict(2));

        StoredStream stored = (await Store.LoadAsync(_stream, new LoadScope([], other.Command), default))!;
        stored.Head.Should().Be(first.Head);
        stored.Commitments.ShouldBe(first.Changed);
        stored.Command.Should().BeNull();
        (await Store.FeedAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_conflicts_with_version_0()
    {
        StreamAppend append = Some.Append(_stream) with { ExpectedVersion = 4 };

        (await AppendAsync(append)).Should().Be(new AppendResult.Conflict(0));
        (await LoadAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Each_append_of_a_list_is_judged_on_its_own_and_sees_those_before_it()
    {
        StreamAppend first = Some.Append(_stream);
        StoredStream afterFirst = new(first.Identity, 1, first.Head, first.Record, [], Command: null);
        StreamAppend second = Some.Append(_stream, afterFirst);
        StreamAppend elsewhere = Some.Append(Some.Stream("guest-2"), entries: 5);

        IReadOnlyList<AppendResult> results = await Store.AppendAsync(
            [first, first, first with { ContentHash = Digest.Of([1]) }, Some.Append(_stream), second, elsewhere], default);

        results.Should().Equal(
            new AppendResult.Appended(1),
            new AppendResult.Replayed(1, 1),
            new AppendResult.CommandIdReused(),
            new AppendResult.Conflict(1),
            new AppendResult.Appended(2),
            new AppendResult.Appended(5));
        await Store.ShouldVerifyAsync(_stream);
        await Store.ShouldVerifyAsync(elsewhere.Stream);
    }

    [Fact]
    public async Task A_changed_commitment_replaces_its_document_and_the_others_stay()
    {
        CommitmentDocument kept = Some.Document(_stream, lookups: ["K-1"]);
        CommitmentDocument before = Some.Document(_stream, due: Some.Noon, lookups: ["B-1", "B-2"]);
        await AppendAsync(Some.Append(_stream, changed: [kept, before]));
        CommitmentDocument after = Some.Document(_stream, before.Commitment, isOpen: true, due: null, "reception", null, "B-2", "B-3");

        await AppendAsync(Some.Append(_stream, await LoadAsync(), changed: after));

        (await LoadAsync())!.Commitments.OrderBy(document => document.Owner).ShouldBe([kept, after]);
    }

    [Fact]
    public async Task Empty_bodies_records_and_states_stay_empty()
    {
        CommitmentDocument document = Some.Document(_stream) with { State = default };
        StreamAppend append = Some.Append(_stream, changed: document) with { Record = default };
        append = append with { Entries = [append.Entries[0] with { Body = default, BodyHash = Digest.Of([]) }] };

        await AppendAsync(append);

        StoredStream stored = (await LoadAsync())!;
        (stored.Record.Length, stored.Commitments[0].State.Length).Should().Be((0, 0));
        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries);
    }

    [Fact]
    public async Task The_largest_body_fits()
    {
        byte[] body = new byte[1024 * 1024];
        new Random(4).NextBytes(body);
        StreamAppend append = Some.Append(_stream);
        append = append with { Entries = [append.Entries[0] with { Body = body, BodyHash = Digest.Of(body) }] };

        await AppendAsync(append);

        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries);
    }

    [Fact]
    public async Task Cancelled_before_it_began_nothing_is_written()
    {
        await FluentActions.Awaiting(() => Store.AppendAsync([Some.Append(_stream)], new CancellationToken(canceled: true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await LoadAsync()).Should().BeNull();
    }

    private ValueTask<StoredStream?> LoadAsync() => Store.LoadAsync(_stream, LoadScope.OpenOnly, default);
}
