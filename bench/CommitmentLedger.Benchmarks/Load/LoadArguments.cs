using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>What the load mode was asked to do.</summary>
internal sealed record LoadArguments
{
    public required StoreKind Store { get; init; }

    /// <summary>How many commitments the store has before anything is measured.</summary>
    public long Size { get; init; } = 10_000;

    /// <summary>The names of the measurements to run; all of them when it is empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public int Rounds { get; init; } = 5;

    /// <summary>How long a side works in one round, where it works for a time.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long both sides of a measurement take turns before the rounds that count; one turn at least.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The folder in which a filled store stays for the next run, or null to throw it away.</summary>
    public string? Keep { get; init; }

    /// <summary>The file that the results are written to, or null for none.</summary>
    public string? Out { get; init; }

    /// <summary>The size as it was asked for, which also names the store.</summary>
    public string SizeName => Size % 1_000_000 == 0 ? $"{Size / 1_000_000}m" : $"{Size / 1_000}k";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">An argument cannot be used; the message says which and what to write instead.</exception>
    public static LoadArguments Parse(IReadOnlyList<string> arguments)
    {
        StoreKind? store = null;
        var result = new LoadArguments { Store = default };
        for (int index = 0; index < arguments.Count; index += 2)
        {
            string name = arguments[index];
            string value = index + 1 < arguments.Count ? arguments[index + 1] : throw new ArgumentException($"{name} lacks its value.");
            switch (name)
            {
                case "--store": store = ParseStore(value); break;
                case "--size": result = result with { Size = ParseSize(value) }; break;
                case "--only": result = result with { Only = ParseNames(value) }; break;
                case "--rounds": result = result with { Rounds = ParseNumber(name, value, least: 5) }; break;
                case "--seconds": result = result with { Time = TimeSpan.FromSeconds(ParseNumber(name, value, least: 1)) }; break;
                case "--warm-up": result = result with { WarmUp = TimeSpan.FromSeconds(ParseNumber(name, value, least: 0)) }; break;
                case "--keep": result = result with { Keep = Path.GetFullPath(value) }; break;
                case "--out": result = result with { Out = Path.GetFullPath(value) }; break;
                default: throw new ArgumentException($"There is no {name}. Run 'help' to see what there is.");
            }
        }

        return result with { Store = store ?? throw new ArgumentException("Say which store: --store memory, sqlite or postgresql.") };
    }

    private static StoreKind ParseStore(string value) => value switch
    {
        "memory" => StoreKind.Memory,
        "sqlite" => StoreKind.Sqlite,
        "postgresql" => StoreKind.PostgreSql,
        _ => throw new ArgumentException($"There is no store '{value}'. Write memory, sqlite or postgresql."),
    };

    private static long ParseSize(string value)
    {
        long unit = value.EndsWith('k') ? 1_000 : value.EndsWith('m') ? 1_000_000 : 0;
        return unit > 0 && int.TryParse(value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count * unit
            : throw new ArgumentException($"'{value}' is no size. Write 10k, 1m or 10m: that many commitments.");
    }

    private static int ParseNumber(string name, string value, int least) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : throw new ArgumentException($"{name} takes a whole number from {least}; '{value}' is none.");

    private static string[] ParseNames(string value)
    {
        string[] names = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? unknown = names.FirstOrDefault(name => AllMeasurements.InOrder.All(measurement => measurement.Name != name));
        return unknown is null
            ? names
            : throw new ArgumentException($"There is no measurement '{unknown}'. There are: {string.Join(", ", AllMeasurements.InOrder.Select(one => one.Name))}.");
    }
}
