using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>In which order the tables of the application and of the ledger come into one database.</summary>
public abstract class CreatingTablesTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    protected override bool BeginsWithOrders => false;

    [SkippableFact]
    public async Task Created_before_the_ledgers_first_use_both_are_there()
    {
        await using Shop shop = Database.NewShop();
        (await shop.Database.EnsureCreatedAsync()).Should().BeTrue();
        await Ledger.ReadAsync(Some.Guest);

        await SellAsync(shop);
    }

    [SkippableFact]
    public async Task EnsureCreated_after_the_ledgers_first_use_creates_nothing_and_creating_the_tables_themselves_does()
    {
        await Ledger.ReadAsync(Some.Guest);
        await using Shop shop = Database.NewShop();
        (await shop.Database.EnsureCreatedAsync()).Should().BeFalse("there are tables already: the ledger's");
        await shop.Invoking(it => it.Orders.AnyAsync()).Should().ThrowAsync<DbException>();

        await shop.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();

        await SellAsync(shop);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Migrations_come_before_or_after_as_they_like(bool isLedgerFirst)
    {
        if (isLedgerFirst) await Ledger.PromiseAsync("HX-0");
        await using Shop shop = Database.NewShop();
        await shop.Database.MigrateAsync();
        if (!isLedgerFirst) await Ledger.PromiseAsync("HX-0");

        await SellAsync(shop);
        (await shop.Database.GetAppliedMigrationsAsync()).Should().Equal(FirstMigration.Name);
    }

    private async Task SellAsync(Shop shop)
    {
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync();
        shop.Orders.Add(new Order { Number = "HX-1", Customer = $"{Some.Guest}" });
        await shop.SaveChangesAsync();
        Receipt receipt = await Ledger.Within(transaction.GetDbTransaction()).PromiseAsync("HX-1");
        await transaction.CommitAsync();
        await ShouldStandAsync("HX-1", receipt);
    }
}

public sealed class CreatingTablesOnSqliteTests : CreatingTablesTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class CreatingTablesOnPostgreSqlTests : CreatingTablesTests<PostgreSqlDatabase>;
