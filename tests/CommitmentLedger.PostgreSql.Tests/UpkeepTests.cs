using CommitmentLedger.Storage;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class UpkeepTests : OwnSchema
{
    [SkippableFact]
    public async Task Documents_are_replaced_at_the_right_version_only()
    {
        StreamKey guest = Stream("guest");
        CommitmentDocument old = Document(guest, CommitmentId.New(), keys: "old");
        await Store.AppendAsync([Append(guest, 0, entries: 2, changed: old), Append(Stream("other"), 0, changed: Document(Stream("other"), CommitmentId.New()))], default);
        StoredStream before = (await Store.LoadAsync(guest, LoadScope.OpenOnly, default))!;
        CommitmentDocument[] anew = [Document(guest, CommitmentId.New(), keys: ["new", "newer"]), Document(guest, CommitmentId.New(), isOpen: false)];

        (await Store.ReplaceDocumentsAsync(new StreamDocuments(guest, 1, default, anew), default)).Should().BeFalse();
        (await Store.ReplaceDocumentsAsync(new StreamDocuments(Stream("nobody"), 0, default, anew), default)).Should().BeFalse();
        (await Store.LoadAsync(guest, LoadScope.OpenOnly, default)).Should().BeEquivalentTo(before, Same.Bytes);
        (await Store.ReplaceDocumentsAsync(new StreamDocuments(guest, 2, "anew"u8.ToArray(), anew), default)).Should().BeTrue();

        StoredStream after = (await Store.LoadAsync(guest, new LoadScope([.. anew.Select(document => document.Commitment), old.Commitment], Command: null), default))!;
        (after.Version, after.Head).Should().Be((before.Version, before.Head));
        after.Record.ToArray().Should().Equal("anew"u8.ToArray());
        after.Commitments.Should().BeEquivalentTo(anew, Same.Bytes);
        (await Store.LoadAsync(Stream("other"), LoadScope.OpenOnly, default))!.Commitments.Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task A_scrubbed_body_is_empty_and_everything_else_stays()
    {
        StreamKey guest = Stream("guest");
        StreamAppend append = Append(guest, 0, entries: 3);
        await Store.AppendAsync([append, Append(Stream("other"), 0, entries: 3)], default);

        (await Store.ScrubAsync(guest, [1, 3, 99], default)).Should().Be(2);
        (await Store.ScrubAsync(guest, [1, 2, 3], default)).Should().Be(1);
        (await Store.ScrubAsync(guest, [1, 2, 3], default)).Should().Be(0);

        (await Store.ReadHistoryAsync(guest, 0, default).AllAsync()).Should().BeEquivalentTo(
            append.Entries.Select(entry => entry with { Body = Array.Empty<byte>() }), options => Same.Bytes(options).WithStrictOrdering());
        (await Store.ReadHistoryAsync(Stream("other"), 0, default).AllAsync()).Should().OnlyContain(entry => entry.Body.Length > 0);
        (await Store.AppendOneAsync(append)).Should().Be(new AppendResult.Replayed(1, 3));
    }

    [SkippableFact]
    public async Task Imported_streams_are_like_appended_ones()
    {
        StreamAppend[] streams =
        [
            .. Enumerable.Range(0, 300).Select(number => Append(
                Stream($"guest {number}"), 0, entries: 40, changed: [Document(Stream($"guest {number}"), CommitmentId.New(), due: Noon, keys: "shared")])),
        ];
        var progress = new Progress();

        (await Store.ImportAsync(streams.ToAsync(), progress, default)).Should().Be(12_000);

        progress.Told.Should().Equal(10_000, 12_000);
        StoredStream stored = (await Store.LoadAsync(streams[5].Stream, new LoadScope([], streams[5].Command), default))!;
        (stored.Version, stored.Head).Should().Be((40L, streams[5].Head));
        stored.Command.Should().Be(new StoredCommand(streams[5].ContentHash, 1, 40));
        stored.Commitments.Should().BeEquivalentTo(streams[5].Changed, Same.Bytes);
        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().HaveCount(12_000);
        (await Store.AppendOneAsync(Append(streams[5].Stream, 40))).Should().Be(new AppendResult.Appended(41));
        (await Store.AppendOneAsync(streams[5])).Should().Be(new AppendResult.Replayed(1, 40));
    }

    [SkippableFact]
    public async Task A_stream_that_exists_is_not_imported_and_leaves_whole_streams_only()
    {
        await Store.AppendOneAsync(Append(Stream("there"), 0));
        Func<Task> import = () => Store.ImportAsync(((StreamAppend[])[Append(Stream("new"), 0), Append(Stream("there"), 0)]).ToAsync(), progress: null, default);
        await import.Should().ThrowAsync<InvalidOperationException>().WithMessage("*exists already*");
        (await Store.LoadAsync(Stream("new"), LoadScope.OpenOnly, default)).Should().BeNull();
        (await Store.ReadHistoryAsync(Stream("new"), 0, default).AllAsync()).Should().BeEmpty();
    }

    private sealed class Progress : IProgress<long>
    {
        public List<long> Told { get; } = [];

        public void Report(long value) => Told.Add(value);
    }
}
