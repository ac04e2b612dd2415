using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>Copies the database page by page, as it is at one point in time.</summary>
internal static class OnlineBackup
{
    private const int PagesAtOnce = 2_048;

    public static bool Copy(Connection source, string path, CancellationToken cancellationToken)
    {
        if (Path.Exists(path)) throw new LedgerUnavailableException($"'{path}' exists already. Name a file that does not; nothing was copied.");
        string unfinished = Path.Combine(Path.GetDirectoryName(path)!, $"{Guid.NewGuid():N}.unfinished");
        try
        {
            CopyPages(source, unfinished, cancellationToken);
            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        catch (Exception problem) when (problem is SqliteError or IOException or UnauthorizedAccessException)
        {
            throw new LedgerUnavailableException(
                $"The copy '{path}' could not be made. Check that its folder exists, is writable, and has room; the ledger itself is untouched.", problem);
        }
        finally
        {
            foreach (string left in new[] { unfinished, unfinished + "-journal" })
            {
                if (File.Exists(left)) File.Delete(left);
            }
        }
    }

    private static void CopyPages(Connection source, string path, CancellationToken cancellationToken)
    {
        using var target = Connection.Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, TimeSpan.Zero);

        // One read transaction around all steps keeps the copy at one point in time and spares it from starting anew when others write.
        source.Execute("BEGIN");
        try
        {
            using sqlite3_backup backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main")
                ?? throw SqliteError.Of(target.Handle);
            int result;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, PagesAtOnce);
            }
            while (result == raw.SQLITE_OK);
            if (result != raw.SQLITE_DONE) throw new SqliteError(result, raw.sqlite3_errstr(result).utf8_to_string());
        }
        finally
        {
            source.RollBack();
        }
    }
}
