using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>One connection with the statements that were prepared on it. For one user at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly bool _isBorrowed;
    private readonly PreparedStatement?[] _statements = new PreparedStatement?[Statements.All.Count];

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle, bool isBorrowed) => (_handle, _isBorrowed) = (handle, isBorrowed);

    /// <summary>The file as SQLite knows it: absolute, with symbolic links resolved; empty for a database in memory.</summary>
    public string File => raw.sqlite3_db_filename(_handle, "main").utf8_to_string() ?? string.Empty;

    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") == 1;

    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Whether its file is no longer what stands at its path, so that what is written here would be found by nobody.</summary>
    public bool HasMoved => Native.HasMoved(_handle);

    public sqlite3 Handle => _handle;

    /// <summary>Opens a connection.</summary>
    /// <param name="path">The file.</param>
    /// <param name="flags">Any of <c>SQLITE_OPEN_…</c>.</param>
    /// <param name="wait">How long SQLite itself waits, on the calling thread, for a lock.</param>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public static Connection Open(string path, int flags, TimeSpan wait)
    {
        int result = raw.sqlite3_open_v2(path, out sqlite3 handle, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        if (result != raw.SQLITE_OK)
        {
            using (handle) throw handle.IsInvalid ? new SqliteError(result, "no memory for a connection") : SqliteError.Of(handle);
        }

        _ = raw.sqlite3_extended_result_codes(handle, 1);
        _ = raw.sqlite3_busy_timeout(handle, (int)wait.TotalMilliseconds);
        return new Connection(handle, isBorrowed: false);
    }

    /// <summary>Uses a connection of somebody else, who stays its owner.</summary>
    public static Connection Borrow(sqlite3 handle) => new(handle, isBorrowed: true);

    /// <summary>Gives a statement, prepared at its first use on this connection. Dispose it, or run it, before its next use.</summary>
    public PreparedStatement Use(Statement statement) => _statements[statement.Number] ??= Prepare(statement.Text);

    /// <summary>Runs statements that are needed once.</summary>
    public void Execute(string text)
    {
        if (raw.sqlite3_exec(_handle, text) != raw.SQLITE_OK) throw SqliteError.Of(_handle);
    }

    /// <summary>Reads every row of a statement that is needed once.</summary>
    public List<T> Query<T>(string text, Func<PreparedStatement, T> read)
    {
        var rows = new List<T>();
        PreparedStatement statement = Prepare(text);
        try
        {
            while (statement.Step()) rows.Add(read(statement));
        }
        finally
        {
            statement.Release();
        }

        return rows;
    }

    public long QueryNumber(string text) => Query(text, static row => row.Number(0))[0];

    public string QueryText(string text) => Query(text, static row => row.Text(0))[0];

    /// <summary>Undoes the open transaction, if there is one.</summary>
    public void RollBack()
    {
        if (IsInTransaction) Execute("ROLLBACK");
    }

    /// <summary>Closes the connection, which undoes an open transaction; of a borrowed one, only what was prepared here goes.</summary>
    public void Dispose()
    {
        foreach (PreparedStatement? statement in _statements) statement?.Release();
        Array.Clear(_statements);
        if (!_isBorrowed) _handle.Dispose();
    }

    private PreparedStatement Prepare(string text) => raw.sqlite3_prepare_v2(_handle, text, out sqlite3_stmt prepared) == raw.SQLITE_OK
        ? new PreparedStatement(_handle, prepared)
        : throw SqliteError.Of(_handle);
}
