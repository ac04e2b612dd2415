using System.Text;

namespace CommitmentLedger;

/// <summary>How a ledger is kept in a SQLite file. Only the path has to be set.</summary>
public sealed class SqliteLedgerOptions
{
    private const int MaxPathBytes = 500;
    private const int MaxNameBytes = 240;

    /// <summary>The file. It is created when it does not exist; its folder must exist.</summary>
    /// <value>
    /// A plain path on a local disk; neither <c>:memory:</c> nor a <c>file:</c> URI. Made absolute it has at most 500 bytes in UTF-8, its
    /// last part at most 240. There is no default.
    /// </value>
    public string Path { get; set; } = string.Empty;

    /// <summary>What a power loss may take.</summary>
    /// <value>The default is <see cref="SqliteDurability.Full"/>: nothing. <see cref="SqliteDurability.Normal"/> may lose the last commits.</value>
    public SqliteDurability Durability { get; set; }

    /// <summary>How long to wait while another process or connection writes to the file.</summary>
    /// <value>Between 0 and 10 minutes. The default is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections read at the same time; further readers wait for one.</summary>
    /// <value>Between 1 and 64. The default is the number of processors, at least 2 and at most 16.</value>
    public int Readers { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 16);

    /// <summary>Says what is wrong with the options, or null when nothing is.</summary>
    internal string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Path)) return "SqliteLedgerOptions.Path is empty; name the file that the ledger is kept in.";
        if (IsInMemory())
            return "SqliteLedgerOptions.Path asks for a database in memory, which would lose promises when the process ends. Name a file; for tests, use InMemoryLedgerStore.";
        if (Path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return "SqliteLedgerOptions.Path is a URI; give a plain path, so that every process opens the file with the same settings.";
        if (ProblemOfPath(Path) is { } problem) return $"SqliteLedgerOptions.Path {problem}";
        if (!Enum.IsDefined(Durability)) return "SqliteLedgerOptions.Durability is neither Full nor Normal.";
        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromMinutes(10)) return "SqliteLedgerOptions.BusyTimeout is outside 0 to 10 minutes.";
        return Readers is < 1 or > 64 ? "SqliteLedgerOptions.Readers is outside 1 to 64." : null;
    }

    /// <summary>What keeps SQLite from ever opening a path, to end a sentence that names it; null when nothing does.</summary>
    /// <remarks>SQLite takes 512 bytes, with the names of the files beside it.</remarks>
    internal static string? ProblemOfPath(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal)) return "holds a character that no path can have. Name another file.";
        string full = System.IO.Path.GetFullPath(path);
        if (System.IO.Path.GetFileName(full).Length == 0) return "ends like a folder. Name a file in it: the ledger is kept in one file.";
        if (Encoding.UTF8.GetByteCount(full) > MaxPathBytes) return $"is longer than {MaxPathBytes} bytes once it is absolute, which is all that SQLite takes. Choose a shorter one.";
        return Encoding.UTF8.GetByteCount(System.IO.Path.GetFileName(full)) > MaxNameBytes
            ? $"ends in a name of more than {MaxNameBytes} bytes, which leaves no room for the names of the files beside it. Choose a shorter one."
            : null;
    }

    /// <summary>The same options, out of reach of whoever made these, with a path that a change of the working folder does not change.</summary>
    internal SqliteLedgerOptions Settle() =>
        new() { Path = System.IO.Path.GetFullPath(Path), Durability = Durability, BusyTimeout = BusyTimeout, Readers = Readers };

    private bool IsInMemory() =>
        Path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || Path.Contains("mode=memory", StringComparison.OrdinalIgnoreCase);
}
