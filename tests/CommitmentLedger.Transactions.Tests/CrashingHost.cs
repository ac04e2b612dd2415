using System.Data.Common;
using System.Globalization;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>What this assembly does when a test starts it as a process to kill.</summary>
internal static class CrashingHost
{
    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["hold", var kind, var where, var first] => HoldAsync(BusinessDatabase.Of(kind, where), first),
        ["sell-until-killed", var kind, var where] => SellUntilKilledAsync(BusinessDatabase.Of(kind, where)),
        _ => Task.FromResult(64),
    };

    /// <summary>The number of the order that is one of so many.</summary>
    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"HX-{number:D5}");

    /// <summary>Makes both writes, says so, and never commits.</summary>
    private static async Task<int> HoldAsync(BusinessDatabase database, string first)
    {
        await using var host = new Host(database);
        await using DbConnection connection = await database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Receipt receipt = await SellAsync(host.Ledger, transaction, "HX-1", isPromisedFirst: first == "promise first");
        await Console.Out.WriteLineAsync($"{receipt.Reference} {receipt.Commitment}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    /// <summary>Sells one order after the other, and says of each when its commit was acknowledged.</summary>
    private static async Task<int> SellUntilKilledAsync(BusinessDatabase database)
    {
        await using var host = new Host(database);
        for (int number = 1; ; number++)
        {
            await using DbConnection connection = await database.OpenAsync();
            await using DbTransaction transaction = await connection.BeginTransactionAsync();
            await SellAsync(host.Ledger, transaction, Number(number), isPromisedFirst: number % 2 == 0);
            await transaction.CommitAsync();
            await Console.Out.WriteLineAsync(Number(number));
        }
    }

    private static async Task<Receipt> SellAsync(Ledger ledger, DbTransaction transaction, string number, bool isPromisedFirst)
    {
        if (!isPromisedFirst) await transaction.InsertAsync(number, Some.Guest);
        Receipt receipt = await ledger.Within(transaction).PromiseAsync(number);
        if (isPromisedFirst) await transaction.InsertAsync(number, Some.Guest);
        return receipt;
    }
}
