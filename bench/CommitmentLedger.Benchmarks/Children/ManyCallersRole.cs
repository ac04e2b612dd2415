using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>A process whose callers all write to one customer for a while, each time they are told to.</summary>
internal static class ManyCallersRole
{
    public const string Name = "many-callers";

    /// <summary>Starts it. Where the store is comes as its first line: a connection string may hold a password, which no list of processes should show.</summary>
    public static Child Start(StoreAddress store, Doubts customer, int callers, TimeSpan time)
    {
        Child child = Child.Start(
            Name, store.Kind.ToString(), store.Schema, customer.Customer.ToString(), customer.Commitment.ToString(),
            callers.ToString(CultureInfo.InvariantCulture), time.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        child.Tell(store.Place);
        return child;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        string place = await Console.In.ReadLineAsync() ?? throw new InvalidOperationException("Nobody said where the store is.");
        var address = new StoreAddress(Enum.Parse<StoreKind>(arguments[0]), place, arguments[1]);
        int callers = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        TimeSpan time = TimeSpan.FromSeconds(double.Parse(arguments[5], CultureInfo.InvariantCulture));
        await using BenchStore store = address.Kind == StoreKind.Sqlite ? new SqliteBenchStore(address.Place) : new PostgreSqlBenchStore(address);
        await using var ledger = new Ledger(store.Store);
        var customer = new Doubts(ledger, CustomerId.Parse(arguments[2]), CommitmentId.Parse(arguments[3]));
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
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
