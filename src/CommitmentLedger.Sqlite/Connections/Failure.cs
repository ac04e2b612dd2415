using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>What SQLite's errors mean for whoever runs the ledger: what is so and what to do. Names the file, never what is in it.</summary>
internal static class Failure
{
    /// <summary>Says that nothing was written or read, and why.</summary>
    public static LedgerUnavailableException Unavailable(string path, Exception cause) => cause switch
    {
        SqliteError error => new LedgerUnavailableException(Explain(path, error.Code), error),
        _ => new LedgerUnavailableException(
            $"The ledger's file '{path}' holds a value that this version cannot read. Run the doctor, and restore a backup if the file is damaged.", cause),
    };

    /// <summary>Says that a transaction of the caller's, which did not begin with the lock that a write needs, cannot have it.</summary>
    public static LedgerUnavailableException CannotWriteWithin(string path, SqliteError error) => new(
        $"Another connection writes to the ledger's file '{path}', or has written since the transaction first read. Nothing was written; roll it back, and begin one that is not deferred.",
        error);

    /// <summary>Says that what stands at the path is not the file that is open.</summary>
    public static LedgerUnavailableException Moved(string path) => new(MovedMessage(path));

    /// <summary>Why a store whose file is gone from its path does nothing any more.</summary>
    public static string MovedMessage(string path) =>
        $"The ledger's file '{path}' or its log '{path}-wal' was deleted, renamed or replaced while it was in use, or a link on its path leads elsewhere, or one of them was emptied or cut off. "
        + "Nothing was written; put it back, or close every store on the file and make a new one for what stands there then.";

    /// <summary>Says that the commit failed and that only repeating finds out.</summary>
    public static LedgerOutcomeUnknownException OutcomeUnknown(string path, SqliteError error) => new(
        $"SQLite could not confirm the commit to '{path}' (code {error.Code}). Repeat the same command with the same command id; check the disk.",
        error);

    private static string Explain(string path, int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"Another process or connection kept the ledger's file '{path}' locked for longer than SqliteLedgerOptions.BusyTimeout. Keep write transactions on it short, or allow more time.",
        raw.SQLITE_READONLY =>
            $"The ledger's file '{path}' or its folder is read-only for this process. Allow writing to both, or name another file.",
        raw.SQLITE_FULL =>
            $"The disk that holds '{path}' is full, or the file has reached its largest size. Nothing was written; make room and repeat.",
        raw.SQLITE_CANTOPEN => CannotOpen(path),
        raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"This process may not use the ledger's file '{path}'. Allow it to read and write the file and its folder.",
        raw.SQLITE_NOTADB =>
            $"'{path}' is not a SQLite database, or it is encrypted. Name another file; nothing in this one was changed.",
        raw.SQLITE_CORRUPT =>
            $"The ledger's file '{path}' is damaged. Stop writing to it, keep a copy of it, and restore a backup.",
        raw.SQLITE_IOERR =>
            $"Reading or writing '{path}' failed on the disk or network below it. Check the disk; a ledger belongs on a local one.",
        _ => $"SQLite refused to work on the ledger's file '{path}' (code {code}). Run the doctor; it examines schema, indexes and settings.",
    };

    private static string CannotOpen(string path)
    {
        if (Directory.Exists(path)) return $"'{path}' is a folder. Name a file in it: the ledger is kept in one file.";
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (File.Exists(folder)) return $"'{folder}' is a file and not a folder. Name a file in a folder.";
        return folder is null || Directory.Exists(folder)
            ? $"The ledger's file '{path}' cannot be opened. Check that this process may read and write it and its folder."
            : $"The folder '{folder}' of the ledger's file does not exist, or this process may not look into it. Create it, allow it, or name another file.";
    }
}
