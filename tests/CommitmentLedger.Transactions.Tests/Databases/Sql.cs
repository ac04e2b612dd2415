using System.Data.Common;

namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>Statements of the application's, as ADO.NET alone sends them.</summary>
internal static class Sql
{
    public static async Task RunAsync(this DbConnection connection, string text, DbTransaction? transaction = null)
    {
        await using DbCommand command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        await command.ExecuteNonQueryAsync();
    }

    public static Task InsertAsync(this DbTransaction transaction, string number, CustomerId customer) =>
        transaction.Connection!.RunAsync($"INSERT INTO orders (number, customer) VALUES ('{number}', '{customer}')", transaction);

    public static async Task<List<string>> OrderNumbersAsync(this DbConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number FROM orders ORDER BY number";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var numbers = new List<string>();
        while (await reader.ReadAsync()) numbers.Add(reader.GetString(0));
        return numbers;
    }
}
