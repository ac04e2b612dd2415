using System.Collections.Concurrent;
using System.Diagnostics;
using System.Transactions;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>What surrounds one caller (a transaction scope, a trace, an async local) surrounds nothing that is done for others.</summary>
public class SurroundingsTests
{
    private static readonly AsyncLocal<string?> Caller = new();

    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly ConcurrentQueue<(string Customer, string? Caller, bool IsTraced, bool IsInTransaction)> _seen = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_list_of_several_callers_is_written_outside_all_of_them()
    {
        await using var ledger = new Ledger(_store, time: new ManualTime(Some.Monday));
        await PromiseAsync(ledger, "before");
        _store.BeforeAppend = async appends =>
        {
            See(appends.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await _gate.Task;
        };

        Task[] all = [.. Enumerable.Range(0, 5).Select(number => SurroundedAsync($"caller {number}", () => PromiseAsync(ledger, $"guest {number}")))];
        _gate.SetResult();
        await Task.WhenAll(all);

        _seen.Should().Equal(("1", "caller 0", true, true), ("4", null, false, false));
    }

    [Fact]
    public async Task A_mark_is_written_outside_of_who_read_and_a_block_of_references_outside_the_transaction_of_who_needs_it_first()
    {
        await using var ledger = new Ledger(_store, time: new ManualTime(Some.Monday));
        _store.BeforeAppend = appends =>
        {
            See(appends[0].Entries[0].Type);
            return Task.CompletedTask;
        };

        await SurroundedAsync("caller", () => ledger.ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("check-in")));
        await ledger.FlushAsync();
        await SurroundedAsync("caller", () => PromiseAsync(ledger, "guest"));

        _seen.Should().Equal(("ledger-begun", null, false, false), ("briefed", null, false, false), ("references-reserved", null, false, false), ("promised", "caller", true, true));
    }

    [Fact]
    public async Task Where_no_surroundings_flow_it_works_as_well()
    {
        await using var ledger = new Ledger(_store, time: new ManualTime(Some.Monday));
        Task promising;
        using (ExecutionContext.SuppressFlow()) promising = PromiseAsync(ledger, "guest");

        await promising;
    }

    private static Task PromiseAsync(Ledger ledger, string customer) =>
        ledger.ActingAs(Some.Membership).For(CustomerId.Of(customer)).PromiseAsync(CommitmentId.New(), Some.Promise());

    /// <summary>Does something within a transaction, a trace and an async local, as a host does.</summary>
    private static async Task SurroundedAsync(string caller, Func<Task> work)
    {
        Caller.Value = caller;
        using var trace = new Activity(caller);
        trace.Start();
        using var transaction = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        await work();
    }

    private void See(string what) => _seen.Enqueue((what, Caller.Value, Activity.Current is not null, Transaction.Current is not null));
}
