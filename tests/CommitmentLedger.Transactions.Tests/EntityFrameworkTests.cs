using System.Data;
using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>An order and its promise in a transaction of Entity Framework.</summary>
public abstract class EntityFrameworkTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changes_saved_before_and_after_a_promise_stand_or_vanish_with_it(bool commits)
    {
        await using Shop shop = Database.NewShop();
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        var order = new Order { Number = "HX-1", Customer = $"{Some.Guest}" };
        shop.Orders.Add(order);
        await shop.SaveChangesAsync();

        Receipt receipt = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1");

        shop.Database.CurrentTransaction.Should().BeSameAs(transaction);
        shop.Database.GetDbConnection().State.Should().Be(ConnectionState.Open);
        order.Promise = $"{receipt.Reference}";
        shop.Orders.Add(new Order { Number = "HX-2", Customer = $"{Some.Guest}" });
        await shop.SaveChangesAsync();
        Receipt second = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-2");
        if (commits) await transaction.CommitAsync();
        else await transaction.RollbackAsync();

        foreach ((string number, Receipt given) in (List<(string, Receipt)>)[("HX-1", receipt), ("HX-2", second)])
        {
            if (commits) await ShouldStandAsync(number, given);
            else await ShouldBeGoneAsync(number, given);
        }

        await using Shop later = Database.NewShop();
        (await later.Orders.Select(it => it.Promise).ToListAsync()).Should().BeEquivalentTo(commits ? [$"{receipt.Reference}", null] : Array.Empty<string?>());
    }

    [SkippableFact]
    public async Task A_unit_of_work_that_is_left_by_an_exception_leaves_neither()
    {
        Receipt? receipt = null;
        Func<Task> work = async () =>
        {
            await using Shop shop = Database.NewShop();
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
            shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
            await shop.SaveChangesAsync();
            receipt = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1");
            throw new InvalidOperationException("The payment was declined.");
        };

        await work.Should().ThrowAsync<InvalidOperationException>();

        await ShouldBeGoneAsync("HX-1", receipt!);
    }

    [SkippableFact]
    public async Task A_savepoint_that_is_rolled_back_takes_its_order_and_promise_and_no_others()
    {
        await using Shop shop = Database.NewShop();
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction.GetDbTransaction());
        shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
        await shop.SaveChangesAsync();
        Receipt first = await within.PromiseAsync("HX-1");

        await transaction.CreateSavepointAsync("gift");
        shop.Orders.Add(new Order { Number = "HX-2", Customer = $"{Some.Guest}" });
        await shop.SaveChangesAsync();
        Receipt second = await within.PromiseAsync("HX-2");
        await transaction.RollbackToSavepointAsync("gift");
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", first);
        (await OrderNumbersAsync()).Should().Equal("HX-1");
        await using var another = new Host(Database);
        (await another.Ledger.ReadAsync(Some.Guest)).Commitments.Should().ContainSingle();
        (await another.Ledger.FindAsync(LookupKey.Of("order", "HX-2")).AllAsync()).Should().BeEmpty();
        second.Commitment.Should().NotBe(first.Commitment);
    }

    [SkippableFact]
    public async Task Changes_that_cannot_be_saved_undo_themselves_and_leave_the_promise()
    {
        await using Shop shop = Database.NewShop();
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        await transaction.GetDbTransaction().InsertAsync("HX-1", Some.Guest);
        Receipt receipt = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1");
        shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
        await shop.Invoking(it => it.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();

        shop.ChangeTracker.Clear();
        shop.Orders.Add(new Order { Number = "HX-2", Customer = $"{Some.Guest}" });
        await shop.SaveChangesAsync();
        Receipt second = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-2");
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
        await ShouldStandAsync("HX-2", second);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_contexts_in_one_transaction_stand_or_vanish_with_the_promises_of_both(bool commits)
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using Shop sales = Database.NewShop(connection);
        await using Shop delivery = Database.NewShop(connection);
        await using IDbContextTransaction transaction = await sales.Database.BeginTransactionAsync();
        await using IDbContextTransaction? same = await delivery.Database.UseTransactionAsync(transaction.GetDbTransaction());
        sales.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
        await sales.SaveChangesAsync();
        Receipt first = await Ledger.Within(sales.Database.CurrentTransaction!.GetDbTransaction()).PromiseAsync("HX-1");
        delivery.Orders.Add(new Order { Number = "HX-2", Customer = $"{Some.Guest}" });
        await delivery.SaveChangesAsync();
        Receipt second = await Ledger.Within(delivery.Database.CurrentTransaction!.GetDbTransaction()).PromiseAsync("HX-2");

        if (commits) await transaction.CommitAsync();
        else await transaction.RollbackAsync();

        foreach ((string number, Receipt given) in (List<(string, Receipt)>)[("HX-1", first), ("HX-2", second)])
        {
            if (commits) await ShouldStandAsync(number, given);
            else await ShouldBeGoneAsync(number, given);
        }
    }
}

public sealed class EntityFrameworkOnSqliteTests : EntityFrameworkTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class EntityFrameworkOnPostgreSqlTests : EntityFrameworkTests<PostgreSqlDatabase>;
