using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests.Snippets;

/// <summary>The code of docs/guides/one-transaction.md, run on both databases.</summary>
public abstract class OneTransactionSnippets<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    private const string Number = "HX-2291";

    [SkippableFact]
    public async Task With_Entity_Framework()
    {
        (Ledger ledger, Actor desk, CustomerId guest, CommitmentId promiseId, Promise promise, Order order) = Given();
        await using Shop shop = Database.NewShop();

        #region OneTransaction_EntityFramework
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        shop.Orders.Add(order);
        await shop.SaveChangesAsync();

        Ledger within = ledger.Within(transaction.GetDbTransaction());
        Receipt receipt = await within.ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);

        order.Promise = receipt.Reference.ToString();
        await shop.SaveChangesAsync();
        await transaction.CommitAsync();
        #endregion

        await ShouldStandAsync(Number, receipt);
    }

    [SkippableFact]
    public async Task With_ADO_NET()
    {
        (Ledger ledger, Actor desk, CustomerId guest, CommitmentId promiseId, Promise promise, _) = Given();
        await using DbConnection connection = await Database.OpenAsync();

        #region OneTransaction_AdoNet
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await using DbCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO orders (number, customer) VALUES ('HX-2291', 'guest-7731')";
        await insert.ExecuteNonQueryAsync();

        Receipt receipt = await ledger.Within(transaction).ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        await transaction.CommitAsync();
        #endregion

        await ShouldStandAsync(Number, receipt);
    }

    [SkippableFact]
    public async Task With_Dapper()
    {
        (Ledger ledger, Actor desk, CustomerId guest, CommitmentId promiseId, Promise promise, Order order) = Given();
        await using DbConnection connection = await Database.OpenAsync();

        #region OneTransaction_Dapper
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("INSERT INTO orders (number, customer) VALUES (@Number, @Customer)", order, transaction);

        Receipt receipt = await ledger.Within(transaction).ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        await transaction.CommitAsync();
        #endregion

        await ShouldStandAsync(Number, receipt);
    }

    [SkippableFact]
    public async Task Trying_again()
    {
        (Ledger ledger, Actor desk, CustomerId guest, _, Promise promise, Order order) = Given();
        CancellationToken cancellationToken = CancellationToken.None;
        var loses = new LosesTheFirstAnswer();
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies), loses);

        #region OneTransaction_Retry
        var promiseId = CommitmentId.New(); // Before the first try, so that every try gives the same promise.
        await shop.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async cancel =>
            {
                shop.ChangeTracker.Clear();
                shop.Orders.Add(order);
                await shop.SaveChangesAsync(cancel);

                Ledger within = ledger.Within(shop.Database.CurrentTransaction!.GetDbTransaction());
                await within.ActingAs(desk).For(guest).PromiseAsync(promiseId, promise, cancellationToken: cancel);
            },
            // Asked when the answer to the commit was lost: where the promise is, the order is.
            async cancel => await ledger.FindAsync(guest, promiseId, cancel) is not null,
            cancellationToken);
        #endregion

        loses.HasLost.Should().BeTrue();
        Commitment promised = (await ledger.FindAsync(guest, promiseId))!;
        (await OrderNumbersAsync()).Should().Equal(Number);
        (await ledger.FindAsync(LookupKey.Reference(promised.Reference)).AllAsync()).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Within_a_part_that_may_be_undone()
    {
        (Ledger ledger, Actor desk, CustomerId guest, CommitmentId promiseId, Promise promise, Order order) = Given();
        await using Shop shop = Database.NewShop();
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        shop.Orders.Add(order);
        await shop.SaveChangesAsync();

        #region OneTransaction_Savepoint
        Ledger within = ledger.Within(transaction.GetDbTransaction());
        await transaction.CreateSavepointAsync("gift");
        await within.ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        await transaction.RollbackToSavepointAsync("gift"); // The promise is gone, and what was written before stays.
        #endregion

        await transaction.CommitAsync();
        (await OrderNumbersAsync()).Should().Equal(Number);
        (await ledger.ReadAsync(guest)).Version.Should().Be(0);
    }

    private (Ledger Ledger, Actor Desk, CustomerId Guest, CommitmentId Id, Promise Promise, Order Order) Given() =>
        (Ledger, Some.Desk, Some.Guest, CommitmentId.New(), Some.PromiseAbout(Number), new Order { Number = Number, Customer = $"{Some.Guest}" });
}

public sealed class OneTransactionSnippetsOnSqlite : OneTransactionSnippets<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class OneTransactionSnippetsOnPostgreSql : OneTransactionSnippets<PostgreSqlDatabase>
{
    [SkippableFact]
    public async Task Promising_outside()
    {
        (Ledger ledger, Actor desk, CustomerId guest, CommitmentId promiseId) = (Ledger, Some.Desk, Some.Guest, CommitmentId.New());
        Promise promise = Some.PromiseAbout("HX-1");
        await using Shop shop = Database.NewShop();

        #region OneTransaction_OutsideWrong
        await using (IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync())
        {
            // Wrong: without Within the promise stands at once, whatever becomes of the transaction.
            await ledger.ActingAs(desk).For(guest).PromiseAsync(promiseId, promise);
        }
        #endregion

        (await ledger.FindAsync(guest, promiseId)).Should().NotBeNull();
    }
}
