using System.Security.Cryptography;
using SQLitePCL;

namespace CommitmentLedger.Benchmarks;

/// <summary>SQLite itself, without ADO.NET in between: one connection, statements prepared once, every commit on the disk.</summary>
internal sealed class RawSqlite : RawSession
{
    private const string Table = "CREATE TABLE IF NOT EXISTS bench_rows (id INTEGER NOT NULL PRIMARY KEY, body BLOB NOT NULL)";

    private const string Feed =
        "SELECT position, stream_number, version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, key_id "
        + "FROM ledger_entries WHERE position > ?1 ORDER BY position LIMIT 500";

    private const int PageRows = 500;

    private static readonly byte[] Body = RandomNumberGenerator.GetBytes(BodyLength);

    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _select;
    private readonly Lock _turn;

    /// <summary>Opens a connection to a file.</summary>
    /// <param name="file">The file, which the ledger made.</param>
    /// <param name="turn">Callers who share it insert one after the other instead of sleeping until the file is free, which is faster.</param>
    public RawSqlite(string file, Lock turn)
    {
        Batteries_V2.Init();
        _turn = turn;
        Check(raw.sqlite3_open_v2(file, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, vfs: null));
        Check(raw.sqlite3_busy_timeout(_handle, 30_000));

        // The same settings as the ledger's own connection.
        Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096");
        Execute(Table);
        _insert = Prepare("INSERT INTO bench_rows (body) VALUES (?1)");
        _select = Prepare("SELECT body FROM bench_rows WHERE id = ?1");
    }

    public override Task InsertAsync()
    {
        lock (_turn)
        {
            Insert();
        }

        return Task.CompletedTask;
    }

    public override Task<int> SelectAsync(long key)
    {
        Check(raw.sqlite3_bind_int64(_select, 1, key));
        int length = raw.sqlite3_step(_select) == raw.SQLITE_ROW ? raw.sqlite3_column_blob(_select, 0).ToArray().Length : 0;
        Check(raw.sqlite3_reset(_select));
        return Task.FromResult(length);
    }

    public override Task<long> ReadFeedAsync(long most)
    {
        using sqlite3_stmt page = Prepare(Feed);
        (long read, long position) = (0, 0);
        for (int rows = PageRows; rows == PageRows && read < most; read += rows)
        {
            Check(raw.sqlite3_bind_int64(page, 1, position));
            for (rows = 0; raw.sqlite3_step(page) == raw.SQLITE_ROW; rows++) position = ReadEntry(page);
            Check(raw.sqlite3_reset(page));
        }

        return Task.FromResult(read);
    }

    /// <summary>Fills the table up to a number of rows, in one transaction.</summary>
    public void Fill(long rows)
    {
        Execute("BEGIN IMMEDIATE");
        using (sqlite3_stmt last = Prepare("SELECT coalesce(max(id), 0) FROM bench_rows"))
        {
            _ = raw.sqlite3_step(last);
            for (long id = raw.sqlite3_column_int64(last, 0); id < rows; id++) Insert();
        }

        Execute("COMMIT");
    }

    public override ValueTask DisposeAsync()
    {
        _insert.Dispose();
        _select.Dispose();
        _handle.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes every column out of the row, as whoever needs the entries would.</summary>
    private static long ReadEntry(sqlite3_stmt row)
    {
        for (int column = 0; column <= 12; column++)
        {
            switch (raw.sqlite3_column_type(row, column))
            {
                case raw.SQLITE_INTEGER:
                    _ = raw.sqlite3_column_int64(row, column);
                    break;
                case raw.SQLITE_TEXT:
                    _ = raw.sqlite3_column_text(row, column).utf8_to_string();
                    break;
                case raw.SQLITE_BLOB:
                    _ = raw.sqlite3_column_blob(row, column).ToArray();
                    break;
            }
        }

        return raw.sqlite3_column_int64(row, 0);
    }

    private void Insert()
    {
        Check(raw.sqlite3_bind_blob(_insert, 1, Body));
        int result = raw.sqlite3_step(_insert);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(raw.sqlite3_reset(_insert));
    }

    private sqlite3_stmt Prepare(string text)
    {
        Check(raw.sqlite3_prepare_v2(_handle, text, out sqlite3_stmt statement));
        return statement;
    }

    private void Execute(string text) => Check(raw.sqlite3_exec(_handle, text));

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite answered with {result}: {raw.sqlite3_errmsg(_handle).utf8_to_string()}");
    }
}
