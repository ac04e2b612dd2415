using SQLitePCL;

namespace CommitmentLedger.Benchmarks;

/// <summary>A process that opens a ledger's file with SQLite alone, reads one row and says so.</summary>
internal static class BareHostRole
{
    public const string Name = "bare-host";

    public static int Run(string file)
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_open_v2(file, out sqlite3 handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        _ = raw.sqlite3_prepare_v2(handle, "SELECT record FROM ledger_streams LIMIT 1", out sqlite3_stmt statement);
        bool isThere = raw.sqlite3_step(statement) == raw.SQLITE_ROW;
        Console.Out.WriteLine(raw.sqlite3_column_blob(statement, 0).Length);
        statement.Dispose();
        handle.Dispose();
        return isThere ? 0 : 1;
    }
}
