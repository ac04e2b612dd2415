using CommitmentLedger.Storage;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class AppendingTests : OwnSchema
{
    [SkippableFact]
    public async Task An_empty_list_gives_an_empty_list()
    {
        (await Store.AppendAsync([], default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_was_appended_is_loaded_and_read_back_as_it_was()
    {
        StreamKey guest = Stream("guest");
        CommitmentDocument[] documents =
        [
            Document(guest, CommitmentId.New(), due: Noon, keys: ["HX-1", "HX-2"]),
            Document(guest, CommitmentId.New(), isOpen: false, state: ""),
        ];
        StreamAppend append = Append(guest, 0, entries: 3, changed: documents) with { Record = Array.Empty<byte>() };
        append = append with
        {
            Entries = [append.Entries[0] with { Commitment = CommitmentId.New() }, append.Entries[1], append.Entries[2] with { Body = Array.Empty<byte>(), Team = "Zürich ☎" }],
        };

        (await Store.AppendOneAsync(append)).Should().Be(new AppendResult.Appended(3));

        StoredStream stored = (await Store.LoadAsync(guest, new LoadScope([.. documents.Select(document => document.Commitment)], append.Command), default))!;
        stored.Version.Should().Be(3);
        stored.Head.Should().Be(append.Head);
        stored.Record.ToArray().Should().BeEmpty();
        stored.Command.Should().Be(new StoredCommand(append.ContentHash, 1, 3));
        stored.Commitments.Should().BeEquivalentTo(documents, Same.Bytes);
        (await Store.ReadHistoryAsync(guest, 0, default).AllAsync()).Should().BeEquivalentTo(append.Entries, options => Same.Bytes(options).WithStrictOrdering());
        (await Store.ReadHistoryAsync(guest, 2, default).AllAsync()).Should().ContainSingle().Which.Version.Should().Be(3);
    }

    [SkippableFact]
    public async Task The_earliest_and_latest_instants_are_kept()
    {
        StreamKey guest = Stream("guest");
        StreamAppend append = Append(guest, 0, entries: 2);
        NodaTime.Instant first = Microseconds.Truncate(NodaTime.Instant.MinValue + NodaTime.Duration.FromDays(1));
        NodaTime.Instant last = Microseconds.Truncate(NodaTime.Instant.MaxValue);
        append = append with { Entries = [append.Entries[0] with { OccurredAt = first }, append.Entries[1] with { OccurredAt = last }] };

        await Store.AppendOneAsync(append);

        (await Store.ReadHistoryAsync(guest, 0, default).AllAsync()).Select(entry => entry.OccurredAt).Should().Equal(first, last);
    }

    [SkippableFact]
    public async Task A_stream_that_was_never_written_to_is_null()
    {
        (await Store.LoadAsync(Stream("nobody"), LoadScope.OpenOnly, default)).Should().BeNull();
        (await Store.AppendOneAsync(Append(Stream("nobody"), 3))).Should().Be(new AppendResult.Conflict(0));
        (await Store.LoadAsync(Stream("nobody"), LoadScope.OpenOnly, default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task The_four_outcomes_are_judged_in_their_order()
    {
        StreamKey guest = Stream("guest");
        StreamAppend first = Append(guest, 0, entries: 2);
        (await Store.AppendOneAsync(first)).Should().Be(new AppendResult.Appended(2));
        (await Store.AppendOneAsync(Append(guest, 2))).Should().Be(new AppendResult.Appended(3));

        (await Store.AppendOneAsync(first)).Should().Be(new AppendResult.Replayed(1, 2));
        (await Store.AppendOneAsync(first with { ExpectedVersion = 3 })).Should().Be(new AppendResult.Replayed(1, 2), "whatever the expected version");
        (await Store.AppendOneAsync(first with { ContentHash = Digest.Of("other"u8) })).Should().Be(new AppendResult.CommandIdReused());
        (await Store.AppendOneAsync(Append(guest, 3, first.Command, words: "other"))).Should().Be(new AppendResult.CommandIdReused(), "even at the right version");
        (await Store.AppendOneAsync(Append(guest, 0))).Should().Be(new AppendResult.Conflict(3));
        (await Store.AppendOneAsync(Append(guest, 7))).Should().Be(new AppendResult.Conflict(3));
        (await Store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(3);
    }

    [SkippableFact]
    public async Task A_command_id_is_unique_within_its_stream_only()
    {
        CommandId command = CommandId.New();
        (await Store.AppendOneAsync(Append(Stream("one"), 0, command))).Should().Be(new AppendResult.Appended(1));
        (await Store.AppendOneAsync(Append(Stream("two"), 0, command, words: "other"))).Should().Be(new AppendResult.Appended(1));
    }

    [SkippableFact]
    public async Task Many_appends_get_their_results_in_the_order_of_the_list_and_see_each_other()
    {
        StreamKey[] guests = [.. Enumerable.Range(0, 40).Select(number => Stream($"guest {number}"))];
        CommitmentId promise = CommitmentId.New();
        StreamAppend first = Append(guests[7], 0, changed: Document(guests[7], promise, state: "first"));
        StreamAppend second = Append(guests[7], 1, entries: 2, changed: Document(guests[7], promise, state: "second"));
        StreamAppend[] list =
        [
            .. guests.Where(guest => guest != guests[7]).Select(guest => Append(guest, 0)),
            first, Append(guests[7], 0), first, second, first with { ContentHash = default }, Append(guests[7], 3),
        ];

        IReadOnlyList<AppendResult> results = await Store.AppendAsync(list, default);

        results.Take(39).Should().AllBeEquivalentTo(new AppendResult.Appended(1));
        results.Skip(39).Should().Equal(
            new AppendResult.Appended(1), new AppendResult.Conflict(1), new AppendResult.Replayed(1, 1), new AppendResult.Appended(3),
            new AppendResult.CommandIdReused(), new AppendResult.Appended(4));
        StoredStream stored = (await Store.LoadAsync(guests[7], LoadScope.OpenOnly, default))!;
        stored.Commitments.Should().ContainSingle().Which.State.ToArray().Should().Equal("second"u8.ToArray());
    }

    [SkippableFact]
    public async Task What_conflicts_leaves_no_trace_and_the_rest_is_written()
    {
        (StreamKey good, StreamKey bad) = (Stream("good"), Stream("bad"));
        await Store.AppendOneAsync(Append(bad, 0, changed: Document(bad, CommitmentId.New(), state: "kept")));

        IReadOnlyList<AppendResult> results = await Store.AppendAsync(
            [Append(bad, 0, entries: 3, changed: Document(bad, CommitmentId.New(), state: "lost")), Append(good, 0, entries: 2)], default);

        results.Should().Equal(new AppendResult.Conflict(1), new AppendResult.Appended(2));
        (await Store.ReadHistoryAsync(bad, 0, default).AllAsync()).Should().HaveCount(1);
        (await Store.LoadAsync(bad, LoadScope.OpenOnly, default))!.Commitments.Should().ContainSingle().Which.State.ToArray().Should().Equal("kept"u8.ToArray());
    }

    [SkippableFact]
    public async Task A_commitment_that_closes_leaves_the_briefing_and_stays_to_be_asked_for()
    {
        StreamKey guest = Stream("guest");
        CommitmentDocument open = Document(guest, CommitmentId.New());
        CommitmentDocument closing = Document(guest, CommitmentId.New());
        await Store.AppendOneAsync(Append(guest, 0, changed: [open, closing]));
        await Store.AppendOneAsync(Append(guest, 1, changed: closing with { IsOpen = false }));

        (await Store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Commitments.Should().ContainSingle().Which.Commitment.Should().Be(open.Commitment);
        LoadScope both = new([closing.Commitment, open.Commitment, CommitmentId.New()], Command: null);
        (await Store.LoadAsync(guest, both, default))!.Commitments.Should().BeEquivalentTo([open, closing with { IsOpen = false }], Same.Bytes);
    }

    [SkippableFact]
    public async Task Twenty_racing_writers_have_as_many_successes_as_entries()
    {
        StreamKey guest = Stream("guest");
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.AppendOneAsync(Append(guest, 0)))));
        results.OfType<AppendResult.Appended>().Should().HaveCount(1);
        results.OfType<AppendResult.Conflict>().Should().HaveCount(19).And.AllBeEquivalentTo(new AppendResult.Conflict(1));
        (await Store.ReadHistoryAsync(guest, 0, default).AllAsync()).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task The_same_command_from_many_at_once_is_written_once()
    {
        StreamAppend append = Append(Stream("guest"), 0, entries: 2);
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Store.AppendOneAsync(append))));
        results.OfType<AppendResult.Appended>().Should().HaveCount(1);
        results.OfType<AppendResult.Replayed>().Should().HaveCount(11).And.AllBeEquivalentTo(new AppendResult.Replayed(1, 2));
    }

    [SkippableFact]
    public async Task A_batch_that_is_too_long_for_one_message_is_written_whole()
    {
        byte[] body = new byte[1024 * 1024];
        StreamAppend[] list = [.. Enumerable.Range(0, 40).Select(number => Append(Stream($"guest {number}"), 0) with { Record = body })];
        (await Store.AppendAsync(list, default)).Should().AllBeEquivalentTo(new AppendResult.Appended(1));
        (await Store.LoadAsync(list[17].Stream, LoadScope.OpenOnly, default))!.Record.Length.Should().Be(body.Length);
    }

    [SkippableFact]
    public async Task A_token_that_is_cancelled_before_writes_nothing()
    {
        Func<Task> append = async () => await Store.AppendAsync([Append(Stream("guest"), 0)], new CancellationToken(canceled: true));
        await append.Should().ThrowAsync<OperationCanceledException>();
        (await Store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default)).Should().BeNull();
    }
}
