using System.Collections.Concurrent;
using CommitmentLedger.Conformance.Tests.Crashing;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>What StreamAppend lets a store take for granted is so, in everything that the kit and the core hand over.</summary>
public class InputTests
{
    [Fact]
    public async Task The_kit_sends_nothing_else()
    {
        var problems = new ConcurrentBag<string>();
        foreach (ConformanceCheck check in ConformanceKit.Checks) await check.RunAsync(new Watched(problems));

        problems.Should().BeEmpty();
    }

    [Fact]
    public async Task The_core_sends_nothing_else()
    {
        var problems = new ConcurrentBag<string>();
        await using var ledger = new Ledger(new WatchingStore(new InMemoryLedgerStore(), problems));
        ActingLedger desk = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.Phone));
        var guest = CustomerId.Of("guest-7731");
        var promise = new Promise
        {
            Words = Words.Verbatim("Four adults can stay."),
            Terms = [Term.Of("adults", 4)],
            PromisedDue = Deadline.At(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(30), DateTimeZone.Utc),
            Matter = LookupKey.Booking("HX-2291"),
        };
        var id = CommitmentId.New();
        await desk.For(guest).PromiseAsync(id, promise);
        await desk.For(guest).PromiseAsync(CommitmentId.New(), promise);
        await desk.For(guest).BriefAsync(new Occasion("check-in"));

        problems.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_so_would_be_seen()
    {
        var problems = new ConcurrentBag<string>();
        StreamAppend append = CrashChild.Append(1, stored: null);
        var store = new WatchingStore(new InMemoryLedgerStore(), problems);

        await store.AppendAsync([append with { Command = CommandId.New() }, append with { ExpectedVersion = 7 }, append with { Tenant = default }, append with { Entries = [] }], default);

        problems.Should().HaveCountGreaterThanOrEqualTo(4);
    }

    private sealed class Watched(ConcurrentBag<string> problems) : StoreUnderTest
    {
        private readonly InMemoryLedgerStore _store = new();

        public override string Name => "Watched";

        public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerStore>(new WatchingStore(_store, problems));
    }

    /// <summary>Notes what an append has that a store may rely on not to be.</summary>
    private sealed class WatchingStore(ILedgerStore store, ConcurrentBag<string> problems) : ForwardingStore(store)
    {
        private readonly ConcurrentDictionary<StreamKey, TenantKey> _tenants = [];

        public override ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
        {
            foreach (StreamAppend append in appends) Watch(append);
            return Store.AppendAsync(appends, cancellationToken);
        }

        private void Watch(StreamAppend append)
        {
            Note(append.Entries.Count > 0, "no entry");
            Note(append.Entries.Select((entry, index) => entry.Version == append.ExpectedVersion + 1 + index).All(follows => follows), "a gap between versions");
            Note(append.Entries.All(entry => entry.Command == append.Command), "an entry of another command");
            Note(append.Changed.All(document => document.Stream == append.Stream && document.Tenant == append.Tenant), "a document of elsewhere");
            Note(append.Changed.Select(document => document.Commitment).Distinct().Count() == append.Changed.Count, "a commitment twice");
            Note(append.Changed.All(document => document.Lookups.Count <= 112 && document.Lookups.Distinct().Count() == document.Lookups.Count), "too many lookups, or one twice");
            Note(_tenants.GetOrAdd(append.Stream, append.Tenant) == append.Tenant, "a stream of two tenants");
            Note(append.Entries.SelectMany(entry => (Instant[])[entry.OccurredAt, entry.RecordedAt]).All(IsWhole), "half a microsecond");
            Note(append.Changed.All(document => document.Due is not { } due || IsWhole(due)), "half a microsecond of a due time");
        }

        private static bool IsWhole(Instant instant) => Microseconds.Truncate(instant) == instant;

        private void Note(bool isSo, string problem)
        {
            if (!isSo) problems.Add(problem);
        }
    }
}
