using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.Transactions.Tests.Snippets;

/// <summary>What docs/guides/one-transaction.md says about tables and registration, run on both databases.</summary>
public abstract class TablesSnippets<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    protected override bool BeginsWithOrders => false;

    [SkippableFact]
    public async Task In_the_order_that_works()
    {
        (Ledger ledger, CustomerId guest) = (Ledger, Some.Guest);
        await using Shop shop = Database.NewShop();

        #region OneTransaction_TablesFirst
        await shop.Database.EnsureCreatedAsync(); // First: where there is any table already, it creates none.
        await ledger.ReadAsync(guest);            // The first use of the ledger creates its own.
        #endregion

        (await shop.Orders.AnyAsync()).Should().BeFalse();
    }

    [SkippableFact]
    public async Task When_the_ledger_was_there_before()
    {
        await Ledger.ReadAsync(Some.Guest);
        await using Shop shop = Database.NewShop();
        (await shop.Database.EnsureCreatedAsync()).Should().BeFalse();

        #region OneTransaction_TablesLater
        await shop.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        #endregion

        (await shop.Orders.AnyAsync()).Should().BeFalse();
    }
}

public sealed class TablesSnippetsOnSqlite : TablesSnippets<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class TablesSnippetsOnPostgreSql : TablesSnippets<PostgreSqlDatabase>
{
    [SkippableFact]
    public async Task Registering_both()
    {
        string connectionString = Database.ConnectionString;
        var services = new ServiceCollection();

        #region OneTransaction_Register
        services.AddCommitmentLedger().UsePostgreSql(connectionString);
        services.AddDbContext<Shop>(options => options.UseNpgsql(connectionString));
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Shop>().Database.EnsureCreatedAsync()).Should().BeTrue();
        (await provider.GetRequiredService<Ledger>().ReadAsync(Some.Guest)).Version.Should().Be(0);
    }

    [SkippableFact]
    public async Task Registering_a_strategy()
    {
        string connectionString = Database.ConnectionString;
        var services = new ServiceCollection();

        #region OneTransaction_Strategy
        services.AddDbContext<Shop>(options => options.UseNpgsql(
            connectionString,
            npgsql => npgsql.ExecutionStrategy(dependencies => new RetryingStrategy(dependencies))));
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Shop>().Database.CreateExecutionStrategy().Should().BeOfType<RetryingStrategy>();
    }
}
