using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>SQLite answered with an error. It never leaves this assembly but as the cause of one of the ledger's own exceptions.</summary>
/// <param name="code">The extended result code.</param>
/// <param name="message">SQLite's words, which name tables and columns but never values.</param>
internal sealed class SqliteError(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    private const int PrimaryCodeMask = 0xFF;

    /// <summary>The extended result code without its extension.</summary>
    public int Code => code & PrimaryCodeMask;

    /// <summary>Whether another process or connection holds the lock that was needed.</summary>
    public bool IsBusy => Code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    public static SqliteError Of(sqlite3 handle) => new(raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string());
}
