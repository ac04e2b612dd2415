using System.Data;
using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using CommitmentLedger.Transactions.Tests.Snippets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>What a PostgreSQL server may do to a transaction: an execution strategy tries again, and nothing is doubled.</summary>
[Collection(nameof(OrdinaryServer))]
public class LostServerTests : BusinessTest<PostgreSqlDatabase>
{
    private readonly CommitmentId _id = CommitmentId.New();

    [SkippableTheory]
    [InlineData("before the promise")]
    [InlineData("before the commit")]
    public async Task A_session_that_the_server_ends_is_followed_by_another(string when)
    {
        int tries = 0;
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies));

        Receipt receipt = await shop.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async cancellationToken =>
            {
                tries++;
                shop.ChangeTracker.Clear();
                shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
                await shop.SaveChangesAsync(cancellationToken);
                if (tries == 1 && when == "before the promise") await EndSessionAsync(shop);
                Receipt given = await Ledger.Within(shop.Database.CurrentTransaction!.GetDbTransaction()).PromiseAsync("HX-1", _id);
                if (tries == 1) await EndSessionAsync(shop);
                return given;
            },
            async cancellationToken => await Ledger.FindAsync(Some.Guest, _id, cancellationToken) is not null);

        tries.Should().Be(2);
        await ShouldStandAsync("HX-1", receipt);
    }

    [SkippableFact]
    public async Task A_transaction_that_sees_an_old_state_is_tried_again_on_a_new_one()
    {
        int tries = 0;
        await Ledger.PromiseAsync("HX-0");
        await using var another = new Host(Database);
        await using Shop shop = Database.NewShop(connection: null, dependencies => new RetryingStrategy(dependencies));

        Receipt receipt = await shop.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            shop,
            async (it, cancellationToken) =>
            {
                tries++;
                it.ChangeTracker.Clear();
                it.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
                await it.SaveChangesAsync(cancellationToken);
                if (tries == 1) await another.Ledger.PromiseAsync("HX-2");
                return await Ledger.Within(it.Database.CurrentTransaction!.GetDbTransaction()).PromiseAsync("HX-1", _id);
            },
            async (_, cancellationToken) => await Ledger.FindAsync(Some.Guest, _id, cancellationToken) is not null,
            IsolationLevel.RepeatableRead);

        tries.Should().Be(2);
        await ShouldStandAsync("HX-1", receipt);
        (await Ledger.ReadAsync(Some.Guest)).Commitments.Should().HaveCount(3);
    }

    [SkippableFact]
    public async Task The_drivers_own_strategy_knows_no_failure_of_the_ledger_and_leaves_nothing()
    {
        int tries = 0;
        await using Shop shop = Database.NewShop(connection: null, dependencies => new NpgsqlRetryingExecutionStrategy(dependencies));

        Func<Task> work = () => shop.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            tries++;
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
            await transaction.GetDbTransaction().InsertAsync("HX-1", Some.Guest);
            await EndSessionAsync(shop);
            await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1", _id);
        });

        await work.Should().ThrowAsync<LedgerUnavailableException>();
        tries.Should().Be(1);
        (await OrderNumbersAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task After_a_failure_the_transaction_goes_on_from_a_savepoint()
    {
        await Ledger.PromiseAsync("HX-0");
        await using var another = new Host(Database);
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        Ledger within = Ledger.Within(transaction);
        await transaction.InsertAsync("HX-1", Some.Guest);
        await transaction.SaveAsync("promise");
        await another.Ledger.PromiseAsync("HX-2");

        await within.Invoking(it => it.PromiseAsync("HX-1")).Should().ThrowAsync<LedgerUnavailableException>();
        (await within.Invoking(it => it.PromiseAsync("HX-1")).Should().ThrowAsync<LedgerUnavailableException>()).WithMessage("*roll it back*");
        await transaction.RollbackAsync("promise");
        Receipt receipt = await within.PromiseAsync("HX-1", customer: CustomerId.Of("guest-8820"));
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
    }

    private async Task EndSessionAsync(Shop shop)
    {
        int session = ((NpgsqlConnection)shop.Database.GetDbConnection()).ProcessID;
        await using DbConnection connection = await Database.OpenAsync();
        await connection.RunAsync($"SELECT pg_terminate_backend({session}, 5000)");
    }
}
