using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>A transaction that the ledger cannot write in gets a clear answer, and nothing is written anywhere.</summary>
public abstract class MistakenTransactionTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    [SkippableTheory]
    [InlineData("committed")]
    [InlineData("rolled back")]
    [InlineData("disposed")]
    [InlineData("closed")]
    public async Task A_transaction_that_has_ended_is_refused_and_so_is_what_was_within_it(string how)
    {
        await Ledger.ReadAsync(Some.Guest);
        await using DbConnection connection = await Database.OpenAsync();
        DbTransaction ended = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(ended);
        CustomerLedger guest = within.ActingAs(Some.Desk).For(Some.Guest);
        await EndAsync(connection, ended, how);

        Ledger.Invoking(ledger => ledger.Within(ended)).Should().Throw<ArgumentException>().WithMessage("*has ended*Begin another*Within*");
        Func<Task>[] uses =
        [
            () => within.PromiseAsync("HX-1"),
            () => guest.TryAsync(new Accept(CommitmentId.New())),
            () => guest.BriefAsync(new Occasion("call")),
            () => within.ReadAsync(Some.Guest),
            () => within.FindAsync(LookupKey.Of("order", "HX-1")).AllAsync(),
            () => within.ReadHistoryAsync(Some.Guest).AllAsync(),
        ];
        foreach (Func<Task> use in uses)
            (await use.Should().ThrowExactlyAsync<InvalidOperationException>()).WithMessage("*has ended. Nothing was written; begin another*Within*");
        (await Ledger.ReadAsync(Some.Guest)).Version.Should().Be(0);
        (await Ledger.PromiseAsync("HX-1")).Should().NotBeNull("the ledger outside goes on");
    }

    [SkippableFact]
    public async Task What_was_within_a_transaction_never_writes_in_the_next_one_of_the_same_session()
    {
        Ledger within;
        await using (DbConnection connection = await Database.OpenAsync())
        {
            await using DbTransaction first = await connection.BeginTransactionAsync();
            within = Ledger.Within(first);
            await within.PromiseAsync("HX-1");
            await first.CommitAsync();
        }

        await using DbConnection other = await Database.OpenAsync();
        await using DbTransaction second = await other.BeginTransactionAsync();

        await within.Invoking(it => it.PromiseAsync("HX-2")).Should().ThrowExactlyAsync<InvalidOperationException>().WithMessage("*has ended*");

        await second.CommitAsync();
        (await Ledger.ReadAsync(Some.Guest)).Commitments.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task A_transaction_of_another_database_is_refused_and_left_as_it_was()
    {
        await Ledger.ReadAsync(Some.Guest);
        await using TDatabase elsewhere = await TDatabase.CreateAsync();
        await using DbConnection connection = await elsewhere.OpenAsync();
        await connection.RunAsync(Shop.CreateOrders);
        await using DbTransaction foreign = await connection.BeginTransactionAsync();

        Ledger.Invoking(ledger => ledger.Within(foreign)).Should().Throw<ArgumentException>().WithMessage("*another database*Begin one on a connection*");

        await foreign.InsertAsync("HX-1", Some.Guest);
        await foreign.CommitAsync();
        (await connection.OrderNumbersAsync()).Should().Equal("HX-1");
    }

    [SkippableFact]
    public async Task A_transaction_of_another_driver_is_refused()
    {
        using var foreign = new OtherTransaction();
        await Ledger.ReadAsync(Some.Guest);

        Ledger.Invoking(ledger => ledger.Within(foreign)).Should().Throw<ArgumentException>().WithMessage("*OtherTransaction*Begin one*");
        Ledger.Invoking(ledger => ledger.Within(null!)).Should().Throw<ArgumentNullException>();
    }

    [SkippableFact]
    public async Task A_ledger_that_is_within_one_transaction_says_so_when_it_is_to_join_another()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction);

        within.Invoking(ledger => ledger.Within(transaction)).Should().Throw<InvalidOperationException>().WithMessage("*within a transaction already*ledger outside it*");
    }

    [SkippableFact]
    public async Task Disposing_the_ledger_within_ends_nothing()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        Receipt receipt;
        await using (Ledger within = Ledger.Within(transaction)) receipt = await within.PromiseAsync("HX-1");
        await transaction.InsertAsync("HX-2", Some.Guest);
        Receipt second = await Ledger.Within(transaction).PromiseAsync("HX-2");
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
        await ShouldStandAsync("HX-2", second);
    }

    private static async Task EndAsync(DbConnection connection, DbTransaction transaction, string how)
    {
        if (how == "committed") await transaction.CommitAsync();
        else if (how == "rolled back") await transaction.RollbackAsync();
        else if (how == "disposed") await transaction.DisposeAsync();
        else await connection.CloseAsync();
    }
}

public sealed class MistakenTransactionOnSqliteTests : MistakenTransactionTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class MistakenTransactionOnPostgreSqlTests : MistakenTransactionTests<PostgreSqlDatabase>
{
    [SkippableFact]
    public async Task A_statement_that_still_runs_on_the_connection_is_named_as_what_is_in_the_way()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        Ledger within = Ledger.Within(transaction);
        await within.ReadAsync(Some.Guest);
        await using (var command = connection.CreateCommand())
        {
            (command.CommandText, command.Transaction) = ("SELECT number FROM orders", transaction);
            await using DbDataReader reader = await command.ExecuteReaderAsync();

            await within.Invoking(it => it.PromiseAsync("HX-1")).Should().ThrowAsync<LedgerUnavailableException>()
                .WithMessage("*Another statement is running on this connection. Nothing was written; end it*");
        }

        Receipt receipt = await within.PromiseAsync("HX-1");
        await transaction.CommitAsync();
        await ShouldStandAsync("HX-1", receipt);
    }
}
