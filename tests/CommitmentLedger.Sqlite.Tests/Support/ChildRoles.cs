using System.Globalization;
using System.Text;
using CommitmentLedger.Conformance;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>What this assembly does when a test starts it as a second process.</summary>
internal static class ChildRoles
{
    private static readonly Instant Later = Instant.FromUtc(2126, 1, 1, 0, 0);

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["append-until-killed", var file, var name] => AppendUntilKilledAsync(file, name),
        ["append", var file, var customer, var rounds] => AppendAsync(file, customer, int.Parse(rounds, CultureInfo.InvariantCulture)),
        ["promise", var file, var customer, var booking] => PromiseAsync(file, customer, booking),
        ["case"] => CaseAsync(),
        ["receipt", var language] => ReceiptAsync(language),
        ["date", var language] => SayAsync(() => Deadline.At(Later, DateTimeZone.Utc).ToText(new CultureInfo(language))),
        ["crash-child", var file] => RunForTheKitAsync(file),
        _ => Task.FromResult(64),
    };

    private static async Task<int> RunForTheKitAsync(string file)
    {
        await using var store = new SqliteLedgerStore(file);
        await CrashChild.RunAsync(store, Console.Out);
        return 0;
    }

    /// <summary>Promises something, and reads it back.</summary>
    private static async Task<int> PromiseAsync(string file, string customer, string booking)
    {
        await using var store = new SqliteLedgerStore(file);
        await using var ledger = new Ledger(store);
        var promise = new Promise { Words = Words.Verbatim("so it was said"), PromisedDue = Deadline.At(Later, DateTimeZone.Utc), Matter = LookupKey.Booking(booking) };
        Receipt receipt = await ledger.ActingAs(new Actor(Team.Of("accueil"), Channel.Phone)).For(CustomerId.Of(customer)).PromiseAsync(CommitmentId.New(), promise);
        await Console.Out.WriteLineAsync(receipt.ToText(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Tells a receipt in a language, or says why it cannot.</summary>
    private static async Task<int> ReceiptAsync(string language)
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        var promise = new Promise { Words = Words.Verbatim("so it was said"), PromisedDue = Deadline.At(Later, DateTimeZone.Utc) };
        Receipt receipt = await ledger.ActingAs(new Actor(Team.Of("accueil"), Channel.Phone)).For(CustomerId.Of("guest")).PromiseAsync(CommitmentId.New(), promise);
        return await SayAsync(() => receipt.ToText(new CultureInfo(language)));
    }

    private static async Task<int> SayAsync(Func<string> tell)
    {
        try
        {
            await Console.Out.WriteLineAsync(tell().ReplaceLineEndings("; "));
        }
        catch (CultureNotFoundException unknown)
        {
            await Console.Out.WriteLineAsync(unknown.Message.ReplaceLineEndings(" "));
        }

        return 0;
    }

    /// <summary>Says what the upper case of all letters comes to, as keys are compared by it.</summary>
    private static async Task<int> CaseAsync()
    {
        await Console.Out.WriteLineAsync(CaseOfAll());
        return 0;
    }

    public static string CaseOfAll()
    {
        string all = string.Concat(Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Select(point => new Rune(point).ToString()));
        return Digest.Of(Encoding.UTF8.GetBytes(SpokenCode.Fold(all))).ToString();
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
