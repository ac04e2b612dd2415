using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Dapper;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>An order and its promise in a transaction in which Dapper writes the order.</summary>
public abstract class DapperTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    private const string Insert = "INSERT INTO orders (number, customer) VALUES (@Number, @Customer)";
    private const string Note = "UPDATE orders SET promise = @Promise WHERE number = @Number";

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_and_its_promise_stand_or_vanish_together(bool commits)
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        var order = new Order { Number = "HX-1", Customer = $"{Some.Guest}" };
        await connection.ExecuteAsync(Insert, order, transaction);

        Receipt receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");

        order.Promise = $"{receipt.Reference}";
        (await connection.ExecuteAsync(Note, order, transaction)).Should().Be(1, "the transaction goes on");
        if (commits) await transaction.CommitAsync();
        else await transaction.RollbackAsync();
        (await connection.QueryAsync<string>("SELECT promise FROM orders")).Should().Equal(commits ? [order.Promise] : []);
        if (commits) await ShouldStandAsync("HX-1", receipt);
        else await ShouldBeGoneAsync("HX-1", receipt);
    }
}

public sealed class DapperOnSqliteTests : DapperTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class DapperOnPostgreSqlTests : DapperTests<PostgreSqlDatabase>;
