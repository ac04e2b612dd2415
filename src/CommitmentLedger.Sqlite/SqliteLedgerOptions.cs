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

    /// <summary>The durability on a power loss.</summary>
    /// <value>The default is <see cref="SqliteDurability.Full"/>: nothing. <see cref="SqliteDurability.Normal"/> may lose the last commits.</value>
    public SqliteDurability Durability { get; set; }

    /// <summary>How long to wait while another process or connection writes to the file.</summary>
    /// <value>Between 0 and 10 minutes. The default is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many connections read at the same time; further readers wait for one.</summary>
    /// <value>Between 1 and 64. The default is the number of processors, at least 2 and at most 16.</value>
    public int Readers { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 16);

    /// <summary>Everything that is wrong with the options; empty when nothing is.</summary>
    internal IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (ProblemOfFile() is { } problem) problems.Add($"SqliteLedgerOptions.Path {problem}");
        if (!Enum.IsDefined(Durability)) problems.Add("SqliteLedgerOptions.Durability is neither Full nor Normal. Choose one of them.");
        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromMinutes(10))
            problems.Add("SqliteLedgerOptions.BusyTimeout is outside 0 to 10 minutes. Choose a time between them.");
        if (Readers is < 1 or > 64) problems.Add("SqliteLedgerOptions.Readers is outside 1 to 64. Choose a number between them.");
        return problems;
    }

    /// <summary>Passes when the options can be used.</summary>
    /// <param name="parameter">The caller's parameter that they came by.</param>
    /// <exception cref="ArgumentException">They cannot; the message names every option that is wrong.</exception>
    internal void EnsureUsable(string parameter)
    {
        if (Problems() is { Count: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), parameter);
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

    private string? ProblemOfFile()
    {
        if (string.IsNullOrWhiteSpace(Path)) return "is empty. Name the file that the ledger is kept in.";
        if (IsInMemory()) return "asks for a database in memory, which would lose promises when the process ends. Name a file; for tests, use InMemoryLedgerStore.";
        return Path.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? "is a URI. Give a plain path, so that every process opens the file with the same settings."
            : ProblemOfPath(Path);
    }

    private bool IsInMemory() =>
        Path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || Path.Contains("mode=memory", StringComparison.OrdinalIgnoreCase);
}
