using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class ConcurrencyTests : StoreTest
{
    [Fact]
    public async Task Of_parallel_appends_at_one_version_one_succeeds_and_the_others_conflict()
    {
        StreamKey stream = Some.Stream();

        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AppendAsync(Some.Append(stream)))));

        results.OfType<AppendResult.Appended>().Should().ContainSingle();
        results.OfType<AppendResult.Conflict>().Should().HaveCount(19).And.AllBeEquivalentTo(new AppendResult.Conflict(1));
        (await Store.HistoryAsync(stream)).Should().ContainSingle();
    }

    [Fact]
    public async Task As_many_entries_are_there_as_appends_succeeded()
    {
        StreamKey[] streams = [.. Enumerable.Range(0, 5).Select(number => Some.Stream($"guest-{number}"))];
        int succeeded = 0;

        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (int round = 0; round < 30; round++)
            {
                StreamKey stream = streams[(worker + round) % streams.Length];
                StoredStream? before = await Store.LoadAsync(stream, LoadScope.OpenOnly, default);
                if (await AppendAsync(Some.Append(stream, before, changed: Some.Document(stream))) is AppendResult.Appended)
                    Interlocked.Increment(ref succeeded);
            }
        })));

        (await Store.FeedAsync()).Should().HaveCount(succeeded);
        foreach (StreamKey stream in streams)
        {
            await Store.ShouldVerifyAsync(stream);
            StoredStream stored = (await Store.LoadAsync(stream, LoadScope.OpenOnly, default))!;
            stored.Commitments.Should().HaveCount((int)stored.Version);
        }
    }

    [Fact]
    public async Task Two_stores_on_one_file_write_to_one_history()
    {
        await using SqliteLedgerStore other = OpenAnother();
        SqliteLedgerStore[] stores = [Store, other];

        AppendResult[][] results = await Task.WhenAll(stores.Select((store, number) => Task.Run(async () =>
        {
            var own = new List<AppendResult>();
            for (int round = 0; round < 50; round++)
                own.AddRange(await store.AppendAsync([Some.Append(Some.Stream($"guest-{number}-{round}"))], default));
            return own.ToArray();
        })));

        results.SelectMany(own => own).Should().AllBeOfType<AppendResult.Appended>();
        (await Store.FeedAsync()).Should().HaveCount(100);
    }

    [Fact]
    public async Task A_replayed_command_writes_once_however_many_send_it_at_once()
    {
        StreamAppend append = Some.Append(Some.Stream());

        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AppendAsync(append))));

        results.OfType<AppendResult.Appended>().Should().ContainSingle();
        results.OfType<AppendResult.Replayed>().Should().HaveCount(19);
    }

    [Fact]
    public async Task Waiting_for_the_writer_can_be_given_up()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        using var transaction = new ForeignTransaction(File);
        using var source = new CancellationTokenSource();
        await using SqliteLedgerStore patient = OpenAnother(options => options.BusyTimeout = TimeSpan.FromMinutes(5));
        StreamAppend append = Some.Append(Some.Stream("guest-2"));
        Task waiting = patient.AppendAsync([append], source.Token).AsTask();
        waiting.IsCompleted.Should().BeFalse();

        await source.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        (await Store.LoadAsync(append.Stream, LoadScope.OpenOnly, default)).Should().BeNull();
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_writer()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        using var transaction = new ForeignTransaction(File);

        (await Store.LoadAsync(Some.Stream(), LoadScope.OpenOnly, default))!.Version.Should().Be(1);
        (await Store.FeedAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_disposed_store_says_so_and_may_be_disposed_again()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        await Store.DisposeAsync();
        await Store.DisposeAsync();

        await FluentActions.Awaiting(() => Store.LoadAsync(Some.Stream(), LoadScope.OpenOnly, default).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        await FluentActions.Awaiting(() => AppendAsync(Some.Append(Some.Stream()))).Should().ThrowAsync<ObjectDisposedException>();
    }
}
