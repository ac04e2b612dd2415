using CommitmentLedger.Engine;
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

        Task<AppendResult> first = Append(writer, Prepare("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        Task<AppendResult>[] others = [.. Enumerable.Range(0, 31).Select(number => Append(writer, Prepare($"other {number}"), CancellationToken.None))];
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
        Task<AppendResult> taken = Append(writer, Prepare("taken"), giveUp.Token);
        await _firstIsWriting.Task;
        Task<AppendResult> waiting = Append(writer, Prepare("waiting"), giveUp.Token);

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
        Task<AppendResult>[] failing = [.. Enumerable.Range(0, 5).Select(number => Append(writer, Prepare($"{number}"), CancellationToken.None))];

        foreach (Task<AppendResult> one in failing)
        {
            Func<Task> append = () => one;
            await append.Should().ThrowAsync<LedgerUnavailableException>();
        }

        _store.BeforeAppend = _ => Task.CompletedTask;
        (await Append(writer, Prepare("0"), CancellationToken.None)).Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task One_append_that_cannot_be_written_does_not_take_the_others_of_its_list_down()
    {
        HoldTheFirstCall([]);
        var writer = new AppendWriter(_store);
        Task<AppendResult> first = Append(writer, Prepare("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        StreamAppend stuck = Prepare("stuck");
        _store.BeforeAppend = appends => appends.Contains(stuck) ? throw new LedgerUnavailableException("A row is locked.") : Task.CompletedTask;
        Task<AppendResult>[] others = [.. Enumerable.Range(0, 10).Select(number => Append(writer, number == 4 ? stuck : Prepare($"{number}"), CancellationToken.None))];
        _gate.SetResult();

        (await first).Should().BeOfType<AppendResult.Appended>();
        Func<Task> wait = () => others[4];
        await wait.Should().ThrowAsync<LedgerUnavailableException>();
        (await Task.WhenAll(others.Where((_, number) => number != 4))).Should().AllBeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task A_store_that_is_down_is_asked_no_more_than_thrice_for_a_list()
    {
        HoldTheFirstCall([]);
        var writer = new AppendWriter(_store);
        Task<AppendResult> first = Append(writer, Prepare("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        int calls = 0;
        _store.BeforeAppend = _ =>
        {
            calls++;
            throw new LedgerUnavailableException("The store is away.");
        };
        Task<AppendResult>[] others = [.. Enumerable.Range(0, 10).Select(number => Append(writer, Prepare($"{number}"), CancellationToken.None))];
        _gate.SetResult();

        await first;
        foreach (Task<AppendResult> other in others) await other.Invoking(async one => await one).Should().ThrowAsync<LedgerUnavailableException>();
        calls.Should().Be(3);
    }

    [Fact]
    public async Task With_the_queue_full_callers_wait_for_a_place_and_are_written_in_their_turn()
    {
        var lists = new List<int>();
        HoldTheFirstCall(lists);
        var writer = new AppendWriter(_store);
        Task<AppendResult> first = Append(writer, Prepare("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        Task<AppendResult>[] others = [.. Enumerable.Range(0, 5_000).Select(number => Append(writer, Prepare($"{number}"), CancellationToken.None))];
        using var giveUp = new CancellationTokenSource();
        Task<AppendResult> outside = Append(writer, Prepare("outside"), giveUp.Token);
        await giveUp.CancelAsync();
        await outside.Invoking(async one => await one).Should().ThrowAsync<OperationCanceledException>();
        _gate.SetResult();

        (await Task.WhenAll([first, .. others])).Should().AllBeOfType<AppendResult.Appended>();
        lists.Should().OnlyContain(length => length <= 256);
        lists.Sum().Should().Be(5_001);
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_takes_no_more()
    {
        HoldTheFirstCall([]);
        var writer = new AppendWriter(_store);
        Task<AppendResult> first = Append(writer, Prepare("first"), CancellationToken.None);
        await _firstIsWriting.Task;
        Task<AppendResult> second = Append(writer, Prepare("second"), CancellationToken.None);
        ValueTask closing = writer.DisposeAsync();
        Func<Task> late = () => Append(writer, Prepare("late"), CancellationToken.None);
        await late.Should().ThrowAsync<ObjectDisposedException>();
        _gate.SetResult();

        await closing;

        (await Task.WhenAll(first, second)).Should().AllBeOfType<AppendResult.Appended>();
        _store.Appends.Should().Be(2);
    }

    private static Task<AppendResult> Append(AppendWriter writer, StreamAppend append, CancellationToken cancellationToken) =>
        writer.AppendAsync(append, cancellationToken).AsTask();

    private static StreamKey Stream(string name) => StreamKey.Reserved(secret: [], TenantId.Of("hotel"), name);

    private static StreamAppend Prepare(string name)
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
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
        return new StreamAppend
        {
            Stream = Stream(name),
            Identity = Seals.Any.Identity,
            Tenant = TenantKey.For(TenantId.Of("hotel")),
            ExpectedVersion = 0,
            Command = command,
            ContentHash = entry.BodyHash,
            Entries = EntryChain.Link(default, Seals.Any.Identity.Id, [entry]),
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
