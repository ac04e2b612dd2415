using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Ledgers;

namespace CommitmentLedger.Tests.Storage;

public class AppendWriterTests
{
    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstIsWriting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_waits_while_one_call_runs_is_written_by_the_next_in_the_order_of_coming()
    {
        var lists = new List<int>();
        HoldTheFirstCall(lists);
        var writer = new AppendWriter(_store);

        Task<AppendResult> first = writer.AppendAsync(Append("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        Task<AppendResult>[] others = [.. Enumerable.Range(0, 31).Select(number => writer.AppendAsync(Append($"other {number}"), CancellationToken.None))];
        _gate.SetResult();

        (await Task.WhenAll([first, .. others])).Should().AllBeOfType<AppendResult.Appended>();
        lists.Should().Equal(1, 31);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_has_written_nothing_and_who_gives_up_too_late_learns_the_outcome()
    {
        HoldTheFirstCall([]);
        var writer = new AppendWriter(_store);
        using var giveUp = new CancellationTokenSource();
        Task<AppendResult> taken = writer.AppendAsync(Append("taken"), giveUp.Token);
        await _firstIsWriting.Task;
        Task<AppendResult> waiting = writer.AppendAsync(Append("waiting"), giveUp.Token);

        await giveUp.CancelAsync();
        Func<Task> wait = () => waiting;
        await wait.Should().ThrowAsync<OperationCanceledException>();
        _gate.SetResult();

        (await taken).Should().BeOfType<AppendResult.Appended>();
        await writer.DisposeAsync();
        (await _store.LoadAsync(Stream("waiting"), LoadScope.OpenOnly, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_failure_reaches_every_caller_of_the_list_and_the_next_list_is_written()
    {
        var writer = new AppendWriter(_store);
        _store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is away.");
        Task<AppendResult>[] failing = [.. Enumerable.Range(0, 5).Select(number => writer.AppendAsync(Append($"{number}"), CancellationToken.None))];

        foreach (Task<AppendResult> one in failing)
        {
            Func<Task> append = () => one;
            await append.Should().ThrowAsync<LedgerUnavailableException>();
        }

        _store.BeforeAppend = _ => Task.CompletedTask;
        (await writer.AppendAsync(Append("0"), CancellationToken.None)).Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_takes_no_more()
    {
        HoldTheFirstCall([]);
        var writer = new AppendWriter(_store);
        Task<AppendResult> first = writer.AppendAsync(Append("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        Task<AppendResult> second = writer.AppendAsync(Append("second"), CancellationToken.None);
        ValueTask closing = writer.DisposeAsync();
        Func<Task> late = () => writer.AppendAsync(Append("late"), CancellationToken.None);
        await late.Should().ThrowAsync<ObjectDisposedException>();
        _gate.SetResult();

        await closing;

        (await Task.WhenAll(first, second)).Should().AllBeOfType<AppendResult.Appended>();
        _store.Appends.Should().Be(2);
    }

    private static StreamKey Stream(string name) => StreamKey.Reserved(TenantId.Of("hotel"), name);

    private static StreamAppend Append(string name)
    {
        byte[] body = "{}"u8.ToArray();
        CommandId command = CommandId.New();
        var entry = new StoredEntry
        {
            Version = 1,
            Commitment = null,
            Type = "noted",
            SchemaVersion = 1,
            OccurredAt = Some.Monday,
            RecordedAt = Some.Monday,
            Team = "membership",
            Command = command,
            Body = body,
            BodyHash = Digest.Of(body),
        };
        return new StreamAppend
        {
            Stream = Stream(name),
            Tenant = TenantKey.For(TenantId.Of("hotel")),
            ExpectedVersion = 0,
            Command = command,
            ContentHash = entry.BodyHash,
            Entries = [entry],
            Head = EntryChain.Next(default, Stream(name), entry),
            Record = body,
            Changed = [],
        };
    }

    private void HoldTheFirstCall(List<int> lists) => _store.BeforeAppend = async appends =>
    {
        lists.Add(appends.Count);
        _firstIsWriting.TrySetResult();
        await _gate.Task;
    };
}
