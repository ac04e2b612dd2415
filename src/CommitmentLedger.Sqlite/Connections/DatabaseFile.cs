using System.Globalization;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>The one file, and how connections to it are set up.</summary>
/// <remarks>
/// The file that was opened first is the ledger, and none that comes to stand in its place later is taken for it: not an empty one, which
/// SQLite would create where it was deleted, nor a copy, nor what a symbolic link on the way leads to since. The same holds for the log
/// beside it, in which the latest commits are until they are moved into the file; nor may it be cut off. When what went is put back it is
/// used again.
/// </remarks>
internal sealed class DatabaseFile(SqliteLedgerOptions options) : IDisposable
{
    /// <summary>How many pages of 4 KiB the log takes before they are moved into the file: 16 MiB, so that moving them is rare and in bulk.</summary>
    private const int CheckpointPages = 4_096;

    /// <summary>How much of the file the writer keeps in memory, as SQLite wants it said: in KiB and negative.</summary>
    private const string WriterCache = "PRAGMA cache_size = -16384";

    /// <summary>Less for those who read: every commit of somebody else empties it, and emptying a large one takes time.</summary>
    private const string ReaderCache = "PRAGMA cache_size = -4096";

    private readonly Lock _turn = new();

    /// <summary>Holds on to the file that was opened first and keeps its log in use, so that SQLite does not remove it while the store lives.</summary>
    private Connection? _first;

    /// <summary>Holds on to that log, of which nothing is read here: SQLite tells of it whether it has moved as it does of any file.</summary>
    private Connection? _log;

    /// <summary>How long that log was when it was last looked at, in bytes.</summary>
    private long _logged;

    /// <summary>Where the path led when the file was opened first; null where no symbolic link stands on it.</summary>
    private string? _linkedTo;

    public string Path => options.Path;

    /// <summary>Whether the file that was opened first, or its log, is no longer what stands at its path, or was emptied there or cut off.</summary>
    /// <remarks>
    /// It costs four looks at the file system, and one for each part of a path on which a symbolic link stands. A file that is in use is
    /// never empty: its first page is written before its log.
    /// </remarks>
    public bool HasMoved
    {
        get
        {
            lock (_turn)
            {
                return _first is { HasMoved: true } || _log is { HasMoved: true } || (_linkedTo is not null && LinkedPath.Resolve(Path) != _linkedTo)
                    || (_log is not null && (new FileInfo(Path) is { Exists: true, Length: 0 } || IsLogCutOff()));
            }
        }
    }

    public TimeSpan BusyTimeout => options.BusyTimeout;

    /// <summary>Opens the connection that writes, creating or upgrading the file where needed. It does not wait for locks itself.</summary>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    /// <exception cref="LedgerUnavailableException">The file is of a newer version, or belongs to another application.</exception>
    public Connection OpenWriter()
    {
        Connection writer = Open(raw.SQLITE_OPEN_READWRITE | (_first is null ? raw.SQLITE_OPEN_CREATE : 0), TimeSpan.Zero, SetUpWriter);
        try
        {
            Hold();
            return IsOfAnother(writer) ? throw Failure.Moved(Path) : writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that only reads, of a file that has its schema.</summary>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public Connection OpenReader() =>
        Open(raw.SQLITE_OPEN_READWRITE, options.BusyTimeout, static connection => connection.Execute($"{ReaderCache}; PRAGMA query_only = 1"));

    /// <summary>Passes when what a connection reads and writes is what stands at the path.</summary>
    /// <exception cref="LedgerUnavailableException">The file or its log was deleted, renamed or replaced.</exception>
    public void EnsureInPlace(Connection connection)
    {
        if (connection.HasMoved || HasMoved) throw Failure.Moved(Path);
    }

    /// <summary>Takes note of how long the log is after a commit.</summary>
    public void NoteLog()
    {
        lock (_turn)
        {
            if (_first is not null) _logged = Math.Max(_logged, LengthOfLog());
        }
    }

    /// <summary>Where SQLite keeps the log of a connection's file.</summary>
    public static string Log(Connection connection) => connection.File + "-wal";

    public void Dispose()
    {
        // The log first: where a file that is open cannot be removed, SQLite could not tidy it up.
        _log?.Dispose();
        _first?.Dispose();
    }

    private void Hold()
    {
        lock (_turn)
        {
            _first ??= Connection.Open(Path, raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero);
            if (_log is not null) return;
            string resolved = LinkedPath.Resolve(Path);
            _linkedTo = resolved == Path ? null : resolved;

            // Whoever has read is a user of the log until it closes.
            _first.QueryNumber("PRAGMA schema_version");
            _log = Connection.Open(Log(_first), raw.SQLITE_OPEN_READONLY, TimeSpan.Zero);
        }
    }

    /// <summary>Whether the log has become shorter while it holds commits. It does become shorter when SQLite has moved all of them into the file.</summary>
    private bool IsLogCutOff()
    {
        long length = LengthOfLog();
        if (length < _logged)
        {
            // While it is read, nobody begins the log anew.
            _first!.Execute("BEGIN");
            bool isTold = Native.TryMeasureLog(_first.Handle, out long needed);
            length = LengthOfLog();
            _first.RollBack();
            if (!isTold || length < needed) return isTold;
        }

        _logged = length;
        return false;
    }

    private long LengthOfLog() => new FileInfo(Log(_first!)) is { Exists: true } log ? log.Length : 0;

    /// <summary>Whether a link on the way was set to another file between two openings.</summary>
    private bool IsOfAnother(Connection connection)
    {
        lock (_turn)
        {
            return _first is not null && connection.File != _first.File;
        }
    }

    private Connection Open(int flags, TimeSpan wait, Action<Connection> setUp)
    {
        if (HasMoved) throw Failure.Moved(Path);
        var connection = Connection.Open(Path, flags, wait);
        try
        {
            if (connection.IsReadOnly) throw new SqliteError(raw.SQLITE_READONLY, "the database is read-only");
            setUp(connection);
            return HasMoved || IsOfAnother(connection) ? throw Failure.Moved(Path) : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void SetUpWriter(Connection connection)
    {
        if (connection.QueryText("PRAGMA journal_mode = WAL") != "wal")
            throw new SqliteError(raw.SQLITE_IOERR, "the file's disk offers no write-ahead log");
        connection.Execute(WriterCache);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {CheckpointPages}"));

        // On macOS only the full variants of synchronizing reach the disk itself.
        connection.Execute(options.Durability == SqliteDurability.Full
            ? "PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1"
            : "PRAGMA synchronous = NORMAL");

        // What is scrubbed or replaced is overwritten with zeros, not only forgotten.
        connection.Execute("PRAGMA secure_delete = ON");
        SchemaUpgrade.Ensure(connection, SchemaUpgrade.Scripts);
    }
}
