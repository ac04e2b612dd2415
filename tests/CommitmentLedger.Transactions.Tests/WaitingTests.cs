using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Storage;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Npgsql;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>
/// On PostgreSQL an open transaction keeps nobody waiting but those who write to the same customer. Whoever waits in vain is refused after
/// the five seconds of an append, because the transaction ends only after the answer: a test that passes has not waited.
/// </summary>
[Collection(nameof(OrdinaryServer))]
public class WaitingTests : BusinessTest<PostgreSqlDatabase>
{
    private static readonly CustomerId Other = CustomerId.Of("guest-8820");

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_transactions_with_promises_to_two_customers_do_not_wait_for_each_other(bool areOnOneHost)
    {
        await using var another = new Host(Database);
        await using DbConnection one = await Database.OpenAsync();
        await using DbTransaction first = await one.BeginTransactionAsync();
        await using DbConnection two = await Database.OpenAsync();
        await using DbTransaction second = await two.BeginTransactionAsync();
        Ledger within = Ledger.Within(first);
        Ledger beside = (areOnOneHost ? Ledger : another.Ledger).Within(second);

        await first.InsertAsync("HX-1", Some.Guest);
        Receipt mine = await within.PromiseAsync("HX-1");
        await second.InsertAsync("HX-2", Other);
        Receipt theirs = await beside.PromiseAsync("HX-2", customer: Other);
        await first.InsertAsync("HX-3", Some.Guest);
        Receipt more = await within.PromiseAsync("HX-3");
        await second.CommitAsync();
        await first.CommitAsync();

        await ShouldStandAsync("HX-1", mine);
        await ShouldStandAsync("HX-2", theirs);
        await ShouldStandAsync("HX-3", more);
    }

    [SkippableFact]
    public async Task A_transaction_with_more_promises_than_are_reserved_at_once_keeps_no_other_host_from_promising()
    {
        await using var another = new Host(Database);
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction);
        var references = new List<PromiseReference>();
        for (int number = 1; number <= 260; number++)
            references.Add((await within.PromiseAsync($"HX-{number}", customer: CustomerId.Of($"guest-{number}"))).Reference);

        references.Add((await another.Ledger.PromiseAsync("HX-0", customer: Other)).Reference);
        await transaction.CommitAsync();

        references.Should().OnlyHaveUniqueItems();
        foreach (PromiseReference reference in references)
            (await another.Ledger.FindAsync(LookupKey.Reference(reference)).AllAsync()).Should().ContainSingle();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_starts_meanwhile_briefs_promises_and_finds(bool isLedgerNew)
    {
        if (!isLedgerNew) await Ledger.PromiseAsync("HX-0");
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        Receipt receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");

        await using var starting = new Host(Database);
        await ((PostgreSqlLedgerStore)starting.Store).EnsureSchemaAsync();
        CustomerLedger other = starting.Ledger.ActingAs(Some.Desk).For(Other);
        Receipt beside = await other.PromiseAsync(CommitmentId.New(), Some.PromiseAbout("HX-2"));
        (await other.BriefAsync(new Occasion("call"))).Lines.Should().ContainSingle();
        (await starting.Ledger.ReadAsync(Some.Guest)).Commitments.Should().HaveCount(isLedgerNew ? 0 : 1, "the transaction is still open");
        (await starting.Ledger.FindAsync(LookupKey.Reference(beside.Reference)).AllAsync()).Should().ContainSingle();
        await starting.Ledger.FlushAsync();
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
        (await starting.Ledger.ReadAsync(Some.Guest)).Commitments.Should().HaveCount(isLedgerNew ? 1 : 2);
        (await starting.Ledger.ReadHistoryAsync(Other).AllAsync()).Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Two_transactions_with_promises_to_one_customer_take_turns_and_both_stand()
    {
        await Ledger.PromiseAsync("HX-0");
        await using var another = new Host(Database);
        await using DbConnection one = await Database.OpenAsync();
        await using DbTransaction first = await one.BeginTransactionAsync();
        await using DbConnection two = await Database.OpenAsync();
        await using DbTransaction second = await two.BeginTransactionAsync();
        await first.InsertAsync("HX-1", Some.Guest);
        Receipt mine = await Ledger.Within(first).PromiseAsync("HX-1");
        await second.InsertAsync("HX-2", Some.Guest);

        Task<Receipt> waiting = another.Ledger.Within(second).PromiseAsync("HX-2");
        await first.CommitAsync();
        Receipt theirs = await waiting;
        await second.CommitAsync();

        await ShouldStandAsync("HX-1", mine);
        await ShouldStandAsync("HX-2", theirs);
    }

    [SkippableFact]
    public async Task Of_two_transactions_that_lock_two_customers_in_opposite_order_one_is_refused_and_the_other_stands()
    {
        await using var another = new Host(Database);
        await using DbConnection one = await Database.OpenAsync();
        await using DbTransaction first = await one.BeginTransactionAsync();
        await using DbConnection two = await Database.OpenAsync();
        await using DbTransaction second = await two.BeginTransactionAsync();
        Ledger within = Ledger.Within(first);
        Ledger beside = another.Ledger.Within(second);
        await within.PromiseAsync("HX-1");
        await beside.PromiseAsync("HX-2", customer: Other);

        Task<Receipt>[] crossing = [within.PromiseAsync("HX-3", customer: Other), beside.PromiseAsync("HX-4")];
        // Either may end first: PostgreSQL lets the other go on as soon as it has refused one.
        await ((Func<Task>)(() => Task.WhenAll(crossing))).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*got in the way*");
        bool isFirstRefused = crossing[0].IsFaulted;
        crossing[isFirstRefused ? 1 : 0].IsCompletedSuccessfully.Should().BeTrue();
        await (isFirstRefused ? first : second).RollbackAsync();
        await (isFirstRefused ? second : first).CommitAsync();

        foreach ((string number, bool stands) in (List<(string, bool)>)[("HX-1", !isFirstRefused), ("HX-3", !isFirstRefused), ("HX-2", isFirstRefused), ("HX-4", isFirstRefused)])
            (await Ledger.FindAsync(LookupKey.Of("order", number)).AllAsync()).Should().HaveCount(stands ? 1 : 0);
    }

    [SkippableFact]
    public async Task A_pool_that_the_ledger_shares_and_that_is_used_up_is_named_as_what_is_in_the_way()
    {
        await Ledger.ReadAsync(Some.Guest);
        await using NpgsqlDataSource shared = NpgsqlDataSource.Create($"{Database.ConnectionString};Maximum Pool Size=1;Timeout=1");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = shared });
        await using var ledger = new Ledger(store, time: Time);
        await using NpgsqlConnection connection = await shared.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();

        await ledger.Within(transaction).Invoking(it => it.PromiseAsync("HX-1")).Should().ThrowAsync<LedgerUnavailableException>()
            .WithMessage("*no connection of the pool became free. Nothing was written*Maximum Pool Size*");

        await transaction.InsertAsync("HX-1", Some.Guest);
        Receipt receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");
        await transaction.CommitAsync();
        await ShouldStandAsync("HX-1", receipt);
    }
}
