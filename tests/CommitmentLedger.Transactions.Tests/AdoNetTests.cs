using System.Data;
using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>An order and its promise in a transaction of ADO.NET.</summary>
public abstract class AdoNetTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    [SkippableFact]
    public async Task What_is_committed_stands_with_the_promise_and_the_callers_transaction_is_left_as_it_was()
    {
        await Ledger.ReadAsync(Some.Guest);
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);

        Receipt receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");

        transaction.Connection.Should().BeSameAs(connection, "it neither ended nor was disposed");
        (await OtherOrdersAsync()).Should().BeEmpty("nothing is committed yet");
        await transaction.InsertAsync("HX-2", Some.Guest);
        Receipt second = await Ledger.Within(transaction).PromiseAsync("HX-2");
        await transaction.CommitAsync();
        connection.State.Should().Be(ConnectionState.Open);
        (await connection.OrderNumbersAsync()).Should().Equal("HX-1", "HX-2");
        await ShouldStandAsync("HX-1", receipt);
        await ShouldStandAsync("HX-2", second);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_use_of_the_ledger_may_be_within_a_transaction_whatever_becomes_of_it(bool commits)
    {
        await using DbConnection connection = await Database.OpenAsync();
        Receipt receipt;
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            await transaction.InsertAsync("HX-1", Some.Guest);
            receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");
            if (commits) await transaction.CommitAsync();
            else await transaction.RollbackAsync();
        }

        if (commits) await ShouldStandAsync("HX-1", receipt);
        else await ShouldBeGoneAsync("HX-1", receipt);
        await using DbTransaction later = await connection.BeginTransactionAsync();
        await later.InsertAsync("HX-2", Some.Guest);
        receipt = await Ledger.Within(later).PromiseAsync("HX-2");
        await later.CommitAsync();
        await ShouldStandAsync("HX-2", receipt);
    }

    [SkippableFact]
    public async Task What_is_rolled_back_takes_the_promise_with_it()
    {
        await using DbConnection connection = await Database.OpenAsync();
        Receipt receipt;
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            await transaction.InsertAsync("HX-1", Some.Guest);
            receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");
            await transaction.RollbackAsync();
        }

        connection.State.Should().Be(ConnectionState.Open);
        await ShouldBeGoneAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task What_is_disposed_without_a_commit_takes_the_promise_with_it()
    {
        await using DbConnection connection = await Database.OpenAsync();
        Receipt receipt;
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");
            await transaction.InsertAsync("HX-1", Some.Guest);
        }

        await ShouldBeGoneAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task What_is_rolled_back_to_a_savepoint_takes_its_promise_and_no_other_with_it()
    {
        var again = CommitmentId.New();
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction);
        await transaction.InsertAsync("HX-1", Some.Guest);
        Receipt first = await within.PromiseAsync("HX-1");
        await transaction.SaveAsync("second");
        await transaction.InsertAsync("HX-2", Some.Guest);
        await within.PromiseAsync("HX-2", again);
        await transaction.RollbackAsync("second");

        (await within.FindAsync(LookupKey.Of("order", "HX-2")).AllAsync()).Should().BeEmpty();
        await transaction.InsertAsync("HX-3", Some.Guest);
        Receipt third = await within.PromiseAsync("HX-3", again);
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", first);
        await ShouldStandAsync("HX-3", third);
        (await OrderNumbersAsync()).Should().Equal("HX-1", "HX-3");
    }

    [SkippableFact]
    public async Task Whoever_reads_within_the_transaction_sees_what_was_promised_and_others_do_not()
    {
        await Ledger.PromiseAsync("HX-0");
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        Ledger within = Ledger.Within(transaction);
        Receipt receipt = await within.PromiseAsync("HX-1");

        (await within.ActingAs(Some.Desk).For(Some.Guest).BriefAsync(new Occasion("call"))).Lines.Should().HaveCount(2);
        (await within.FindAsync(LookupKey.Reference(receipt.Reference)).AllAsync()).Should().ContainSingle();
        (await Ledger.ReadAsync(Some.Guest)).Commitments.Should().ContainSingle();
        await transaction.CommitAsync();

        (await Ledger.ReadHistoryAsync(Some.Guest).AllAsync()).Select(entry => entry.Event.GetType()).Should().Equal(typeof(Promised), typeof(Promised), typeof(Briefed));
        await ShouldStandAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task A_refusal_ends_nothing_and_a_repetition_promises_once()
    {
        var (id, command) = (CommitmentId.New(), CommandId.New());
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        CustomerLedger guest = Ledger.Within(transaction).ActingAs(Some.Desk).For(Some.Guest);
        (await guest.TryAsync(new Accept(id))).Refusal.Should().NotBeNull();

        Receipt receipt = await guest.PromiseAsync(id, Some.PromiseAbout("HX-1"), command);
        (await guest.PromiseAsync(id, Some.PromiseAbout("HX-1"), command)).Should().Be(receipt);
        (await guest.TryAsync(new MakePromise(id, Some.PromiseAbout("HX-2")) { Id = command })).Refusal!.Code.Should().Be("command_id_reused");
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
        (await Ledger.ActingAs(Some.Desk).For(Some.Guest).PromiseAsync(id, Some.PromiseAbout("HX-1"), command)).Should().Be(receipt, "the command is known outside, too");
    }

    [SkippableFact]
    public async Task The_ledger_outside_goes_on_from_what_was_committed_and_from_before_what_was_rolled_back()
    {
        CustomerLedger guest = Ledger.ActingAs(Some.Desk).For(Some.Guest);
        Receipt before = await Ledger.PromiseAsync("HX-0");
        await using DbConnection connection = await Database.OpenAsync();
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            await Ledger.Within(transaction).PromiseAsync("HX-1");
            await transaction.RollbackAsync();
        }

        await guest.ReleaseAsync(before.Commitment, Words.Verbatim("never mind"));
        Receipt within;
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            within = await Ledger.Within(transaction).PromiseAsync("HX-2");
            await transaction.CommitAsync();
        }

        await guest.ReleaseAsync(within.Commitment, Words.Verbatim("nor this"));
        (await Ledger.ReadHistoryAsync(Some.Guest).AllAsync()).Select(entry => entry.Event.GetType())
            .Should().Equal(typeof(Promised), typeof(Released), typeof(Promised), typeof(Released));
        (await Ledger.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_promise_that_is_cancelled_ends_nothing()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        CustomerLedger guest = Ledger.Within(transaction).ActingAs(Some.Desk).For(Some.Guest);
        var id = CommitmentId.New();

        Func<Task> cancelled = () => guest.PromiseAsync(id, Some.PromiseAbout("HX-1"), cancellationToken: new CancellationToken(canceled: true));
        await cancelled.Should().ThrowAsync<OperationCanceledException>();

        Receipt receipt = await guest.PromiseAsync(id, Some.PromiseAbout("HX-1"));
        await transaction.CommitAsync();
        await ShouldStandAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task Promises_given_at_the_same_time_within_one_transaction_take_turns()
    {
        int[] numbers = [.. Enumerable.Range(1, 20)];
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        foreach (int number in numbers) await transaction.InsertAsync($"HX-{number}", Some.Guest);
        Ledger within = Ledger.Within(transaction);

        Receipt[] receipts = await Task.WhenAll(numbers.Select(number => Task.Run(() =>
            (number % 2 == 0 ? within : Ledger.Within(transaction)).PromiseAsync($"HX-{number}", customer: CustomerId.Of($"guest-{number % 5}")))));
        await transaction.CommitAsync();

        foreach (int number in numbers) await ShouldStandAsync($"HX-{number}", receipts[number - 1]);
    }

    private async Task<List<string>> OtherOrdersAsync()
    {
        await using var another = new Host(Database);
        (await another.Ledger.ReadAsync(Some.Guest)).Version.Should().Be(0);
        return await OrderNumbersAsync();
    }
}

public sealed class AdoNetOnSqliteTests : AdoNetTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class AdoNetOnPostgreSqlTests : AdoNetTests<PostgreSqlDatabase>;
