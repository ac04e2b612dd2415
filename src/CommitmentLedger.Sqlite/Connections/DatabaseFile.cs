using System.Globalization;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>The one file, and how connections to it are set up.</summary>
internal sealed class DatabaseFile(SqliteLedgerOptions options)
{
    /// <summary>How many pages of 4 KiB the log takes before they are moved into the file: 16 MiB, so that moving them is rare and in bulk.</summary>
    private const int CheckpointPages = 4_096;

    /// <summary>How much of the file the writer keeps in memory, as SQLite wants it said: in KiB and negative.</summary>
    private const string WriterCache = "PRAGMA cache_size = -16384";

    /// <summary>Less for those who read: every commit of somebody else empties it, and emptying a large one takes time.</summary>
    private const string ReaderCache = "PRAGMA cache_size = -4096";

    public string Path => options.Path;

    public TimeSpan BusyTimeout => options.BusyTimeout;

    /// <summary>Opens the connection that writes, creating or upgrading the file where needed. It does not wait for locks itself.</summary>
    /// <exception cref="SqliteFailure">SQLite answered with an error.</exception>
    /// <exception cref="LedgerUnavailableException">The file is of a newer version, or belongs to another application.</exception>
    public Connection OpenWriter() => Open(raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, TimeSpan.Zero, SetUpWriter);

    /// <summary>Opens a connection that only reads, of a file that has its schema.</summary>
    /// <exception cref="SqliteFailure">SQLite answered with an error.</exception>
    public Connection OpenReader() =>
        Open(raw.SQLITE_OPEN_READWRITE, options.BusyTimeout, static connection => connection.Execute($"{ReaderCache}; PRAGMA query_only = 1"));

    private Connection Open(int flags, TimeSpan wait, Action<Connection> setUp)
    {
        var connection = Connection.Open(Path, flags, wait);
        try
        {
            if (connection.IsReadOnly) throw new SqliteFailure(raw.SQLITE_READONLY, "the database is read-only");
            setUp(connection);
            return connection;
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
            throw new SqliteFailure(raw.SQLITE_IOERR, "the file's disk offers no write-ahead log");
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
