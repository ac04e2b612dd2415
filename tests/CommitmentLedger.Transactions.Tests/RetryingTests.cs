using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using CommitmentLedger.Transactions.Tests.Snippets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>A unit of work that Entity Framework tries again gives one order and one promise.</summary>
public abstract class RetryingTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    private readonly CommitmentId _id = CommitmentId.New();

    [SkippableTheory]
    [InlineData("before the promise")]
    [InlineData("before the commit")]
    public async Task What_fails_and_is_tried_again_is_there_once(string when)
    {
        int tries = 0;
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies));

        Receipt receipt = await shop.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            tries++;
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
            shop.ChangeTracker.Clear();
            shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
            await shop.SaveChangesAsync();
            if (tries == 1 && when == "before the promise") throw new LostConnectionException();
            Receipt given = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1", _id);
            if (tries == 1) throw new LostConnectionException();
            await transaction.CommitAsync();
            return given;
        });

        tries.Should().Be(2);
        await ShouldStandAsync("HX-1", receipt);
        (await Ledger.ReadHistoryAsync(Some.Guest).AllAsync()).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task A_commit_whose_answer_is_lost_is_found_by_asking_the_ledger()
    {
        int tries = 0;
        var loses = new LosesTheFirstAnswer();
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies), loses);

        Receipt receipt = await shop.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async cancellationToken =>
            {
                tries++;
                shop.ChangeTracker.Clear();
                shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
                await shop.SaveChangesAsync(cancellationToken);
                return await Ledger.Within(shop.Database.CurrentTransaction!.GetDbTransaction()).PromiseAsync("HX-1", _id);
            },
            async cancellationToken => await Ledger.FindAsync(Some.Guest, _id, cancellationToken) is not null);

        loses.HasLost.Should().BeTrue();
        tries.Should().Be(1, "the ledger knew that it had gone through");
        await ShouldStandAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task One_who_asks_nobody_and_tries_a_committed_promise_again_gets_the_first_answer()
    {
        var loses = new LosesTheFirstAnswer();
        var receipts = new List<Receipt>();
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies), loses);

        await shop.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
            shop.ChangeTracker.Clear();
            if (!await shop.Orders.AnyAsync(order => order.Number == "HX-1")) shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
            await shop.SaveChangesAsync();
            receipts.Add(await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1", _id));
            await transaction.CommitAsync();
        });

        receipts.Should().HaveCount(2);
        receipts[1].Should().Be(receipts[0]);
        await ShouldStandAsync("HX-1", receipts[1]);
    }
}

public sealed class RetryingOnSqliteTests : RetryingTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class RetryingOnPostgreSqlTests : RetryingTests<PostgreSqlDatabase>;
