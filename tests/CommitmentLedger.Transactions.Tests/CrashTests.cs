using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>A process that is killed with <c>kill -9</c> leaves order and promise together, or neither.</summary>
public abstract class CrashTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    [SkippableTheory]
    [InlineData("order first")]
    [InlineData("promise first")]
    public async Task Killed_between_the_two_writes_and_the_commit_it_leaves_neither(string first)
    {
        await Ledger.ReadAsync(Some.Guest);
        string[] said;
        using (var child = Child.Start("hold", Database.Kind, Database.ConnectionString, first))
        {
            said = (await child.ReadLineAsync())!.Split(' ');
            await child.KillAndReadRestAsync();
        }

        (await OrderNumbersAsync()).Should().BeEmpty();
        (await Ledger.FindAsync(LookupKey.Reference(PromiseReference.Parse(said[0]))).AllAsync()).Should().BeEmpty();
        (await Ledger.ReadAsync(Some.Guest)).Version.Should().Be(0);

        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        Receipt again = await Ledger.Within(transaction).PromiseAsync("HX-1", CommitmentId.Parse(said[1]));
        await transaction.CommitAsync();
        await ShouldStandAsync("HX-1", again);
    }

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(40)]
    public async Task Killed_at_any_moment_it_leaves_what_was_acknowledged_and_of_the_rest_both_or_neither(int acknowledgedBefore)
    {
        var acknowledged = new List<string>();
        using (var child = Child.Start("sell-until-killed", Database.Kind, Database.ConnectionString))
        {
            while (acknowledged.Count < acknowledgedBefore) acknowledged.Add((await child.ReadLineAsync())!);
            acknowledged.AddRange((await child.KillAndReadRestAsync()).Where(line => line.Length == CrashingHost.Number(1).Length));
        }

        List<string> orders = await OrderNumbersAsync();
        List<Commitment> promised = [.. (await Ledger.ReadAsync(Some.Guest)).Commitments];
        orders.Should().StartWith(acknowledged);
        orders.Count.Should().BeInRange(acknowledged.Count, acknowledged.Count + 1);
        promised.Select(commitment => commitment.Promise.Matter).Should().BeEquivalentTo(orders.Select(number => LookupKey.Of("order", number)));
        foreach (Commitment commitment in promised)
            (await Ledger.FindAsync(LookupKey.Reference(commitment.Reference)).AllAsync()).Should().ContainSingle().Which.Id.Should().Be(commitment.Id);
        (await Ledger.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
        await Ledger.PromiseAsync("HX-next");
    }
}

public sealed class CrashOnSqliteTests : CrashTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class CrashOnPostgreSqlTests : CrashTests<PostgreSqlDatabase>;
