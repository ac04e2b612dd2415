using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>A process whose callers all write to one customer for a while, each time they are told to.</summary>
internal static class ManyCallersRole
{
    public const string Name = "many-callers";

    public static string[] Arguments(StoreAddress store, Reassurances customer, int callers, TimeSpan time) =>
        [
            store.Kind.ToString(), store.Place, store.Schema, customer.Customer.ToString(), customer.Commitment.ToString(),
            callers.ToString(CultureInfo.InvariantCulture), time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var address = new StoreAddress(Enum.Parse<StoreKind>(arguments[0]), arguments[1], arguments[2]);
        int callers = int.Parse(arguments[5]);
        TimeSpan time = TimeSpan.FromSeconds(double.Parse(arguments[6]));
        await using BenchStore store = address.Kind == StoreKind.Sqlite ? new SqliteBenchStore(address.Place) : new PostgreSqlBenchStore(address);
        await using var ledger = new Ledger(store.Store);
        var customer = new Reassurances(ledger, CustomerId.Parse(arguments[3]), CommitmentId.Parse(arguments[4]));
        await customer.CountAsync();
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is not null)
        {
            Throughput done = await Callers.RunAsync(callers, time, _ => customer.NoteAsync());
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Total} {done.PerSecond:R}"));
        }

        return 0;
    }

    /// <summary>What it answers: how many were acknowledged, and how many a second.</summary>
    public static (long Acknowledged, double PerSecond) ParseAnswer(string line)
    {
        string[] parts = line.Split(' ');
        return (long.Parse(parts[0]), double.Parse(parts[1]));
    }
}
