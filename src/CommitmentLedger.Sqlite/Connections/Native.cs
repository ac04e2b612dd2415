using System.Runtime.InteropServices;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>What SQLite offers and its wrapper does not.</summary>
internal static partial class Native
{
    private const int HasMovedCode = 20;

    /// <summary>Whether the file of a connection is no longer what stands at its path: deleted, renamed, or another one in its place.</summary>
    /// <remarks>It costs one look at the file system. Where a file cannot be taken away while it is open, SQLite knows no answer, and it has not moved.</remarks>
    public static bool HasMoved(sqlite3 handle)
    {
        int hasMoved = 0;
        return FileControl(handle, "main", HasMovedCode, ref hasMoved) == raw.SQLITE_OK && hasMoved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(sqlite3 handle, string database, int code, ref int argument);
}
