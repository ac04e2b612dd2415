using System.Text;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>A prepared statement in use. Values are bound in the order of their numbers; disposing makes it ready for its next use.</summary>
internal sealed class PreparedStatement(sqlite3 handle, sqlite3_stmt prepared) : IDisposable
{
    private const int MaxTextOnStack = 512;

    private int _bound;

    public PreparedStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(prepared, ++_bound, value));
        return this;
    }

    /// <summary>Binds bytes; none at all are an empty value and not null.</summary>
    public PreparedStatement Bind(ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(prepared, ++_bound, 0) : raw.sqlite3_bind_blob(prepared, ++_bound, value));
        return this;
    }

    public PreparedStatement Bind(string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= MaxTextOnStack ? stackalloc byte[MaxTextOnStack] : new byte[most];
        Check(raw.sqlite3_bind_text(prepared, ++_bound, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
        return this;
    }

    public PreparedStatement BindNull()
    {
        Check(raw.sqlite3_bind_null(prepared, ++_bound));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public bool Step() => raw.sqlite3_step(prepared) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw SqliteError.Of(handle),
    };

    /// <summary>Runs a statement that gives no rows, and gives it back.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public int Run()
    {
        using PreparedStatement _ = this;
        Step();
        return raw.sqlite3_changes(handle);
    }

    /// <summary>Runs a statement that inserts a row, and gives it back.</summary>
    /// <returns>The number that the row was given.</returns>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(handle);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(prepared, column);

    public string Text(int column) => raw.sqlite3_column_text(prepared, column).utf8_to_string();

    /// <summary>The bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(prepared, column);

    /// <summary>Makes the statement ready for its next use. The error of the last step, if any, was thrown then.</summary>
    public void Dispose()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(prepared);
        _ = raw.sqlite3_clear_bindings(prepared);
    }

    public void Release() => prepared.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw SqliteError.Of(handle);
    }
}
