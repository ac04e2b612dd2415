using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using Microsoft.Data.Sqlite;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>On SQLite a transaction may be begun without the lock that a write needs. The first write then takes it, or cannot.</summary>
public class DeferredTransactionTests : BusinessTest<SqliteDatabase>
{
    [Fact]
    public async Task One_whose_turn_it_is_to_write_writes_both()
    {
        await Ledger.PromiseAsync("HX-0");
        await using var connection = (SqliteConnection)await Database.OpenAsync();
        await using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        Receipt receipt = await Ledger.Within(transaction).PromiseAsync("HX-1");
        await transaction.InsertAsync("HX-1", Some.Guest);
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", receipt);
    }

    [Fact]
    public async Task One_that_has_read_what_others_changed_since_is_told_to_begin_again()
    {
        await Ledger.PromiseAsync("HX-0");
        await using var connection = (SqliteConnection)await Database.OpenAsync();
        await using (SqliteTransaction old = connection.BeginTransaction(deferred: true))
        {
            (await Ledger.Within(old).ReadAsync(Some.Guest)).Commitments.Should().ContainSingle();
            await Ledger.PromiseAsync("HX-2");

            await Ledger.Within(old).Invoking(it => it.PromiseAsync("HX-1")).Should().ThrowAsync<LedgerUnavailableException>()
                .WithMessage("*writes*or has written since*Nothing was written*begin*not deferred*");
        }

        await using SqliteTransaction fresh = connection.BeginTransaction();
        await fresh.InsertAsync("HX-1", Some.Guest);
        Receipt receipt = await Ledger.Within(fresh).PromiseAsync("HX-1");
        await fresh.CommitAsync();
        await ShouldStandAsync("HX-1", receipt);
    }
}
