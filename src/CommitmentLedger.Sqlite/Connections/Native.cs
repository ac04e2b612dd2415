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

    /// <summary>How long the log of a connection's file has to be for the commits that are in it, by the index that all processes share.</summary>
    /// <remarks>
    /// Within a transaction that reads. A snapshot is a copy of the beginning of that index (walformat.html, 2.1): the size of a page stands
    /// at byte 14, the number of frames at byte 16, in the order of the machine. A log of which already the first page cannot be read should
    /// be longer than it ever is.
    /// </remarks>
    /// <returns>Whether SQLite tells it now.</returns>
    public static bool TryMeasureLog(sqlite3 handle, out long length)
    {
        const int Header = 32;
        const int FrameHeader = 24;
        const int LargestPage = 65_536;
        const int Primary = 0xFF;
        int result = TakeSnapshot(handle, "main", out nint snapshot);
        bool isUnreadable = (result & Primary) is raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;
        length = isUnreadable ? long.MaxValue : 0;
        if (result != raw.SQLITE_OK) return isUnreadable;
        int page = (ushort)Marshal.ReadInt16(snapshot, 14);
        long frames = (uint)Marshal.ReadInt32(snapshot, 16);
        FreeSnapshot(snapshot);
        if (frames > 0) length = Header + (frames * (FrameHeader + (page == 1 ? LargestPage : page)));
        return true;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_snapshot_get", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int TakeSnapshot(sqlite3 handle, string database, out nint snapshot);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_snapshot_free")]
    private static partial void FreeSnapshot(nint snapshot);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(sqlite3 handle, string database, int code, ref int argument);
}
