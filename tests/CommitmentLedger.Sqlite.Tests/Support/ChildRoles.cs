using System.Globalization;
using CommitmentLedger.Conformance;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>What this assembly does when a test starts it as a second process.</summary>
internal static class ChildRoles
{
    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["append-until-killed", var file, var name] => AppendUntilKilledAsync(file, name),
        ["append", var file, var customer, var rounds] => AppendAsync(file, customer, int.Parse(rounds, CultureInfo.InvariantCulture)),
        ["crash-child", var file] => RunForTheKitAsync(file),
        _ => Task.FromResult(64),
    };

    private static async Task<int> RunForTheKitAsync(string file)
    {
        await using var store = new SqliteLedgerStore(file);
        await CrashChild.RunAsync(store, Console.Out);
        return 0;
    }

    /// <summary>Appends batches to a few streams and says, after each, what was acknowledged. Never ends by itself.</summary>
    private static async Task<int> AppendUntilKilledAsync(string file, string name)
    {
        await using var store = new SqliteLedgerStore(file);
        for (int round = 0; ; round++)
        {
            var appends = new List<StreamAppend>();
            for (int number = 0; number < 8; number++)
            {
                StreamKey stream = Some.Stream($"{name}-{(round + number) % 13}");
                StoredStream? before = await store.LoadAsync(stream, LoadScope.OpenOnly, default);
                appends.Add(Some.Append(stream, before, entries: 3, changed: Some.Document(stream, lookups: [$"R-{round}-{number}"])));
            }

            IReadOnlyList<AppendResult> results = await store.AppendAsync(appends, default);
            foreach ((StreamAppend append, AppendResult result) in appends.Zip(results))
            {
                if (result is AppendResult.Appended) await Console.Out.WriteLineAsync($"{append.Stream} {append.Command}");
            }

            await Console.Out.FlushAsync();
        }
    }

    /// <summary>Appends to one stream against others until so many appends were accepted.</summary>
    private static async Task<int> AppendAsync(string file, string customer, int rounds)
    {
        await using var store = new SqliteLedgerStore(new SqliteLedgerOptions { Path = file, BusyTimeout = TimeSpan.FromMinutes(2) });
        StreamKey stream = Some.Stream(customer);
        for (int accepted = 0; accepted < rounds;)
        {
            StoredStream? before = await store.LoadAsync(stream, LoadScope.OpenOnly, default);
            IReadOnlyList<AppendResult> results = await store.AppendAsync([Some.Append(stream, before, entries: 2)], default);
            if (results[0] is AppendResult.Appended) accepted++;
        }

        return 0;
    }
}
