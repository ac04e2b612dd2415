using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Reads the entries of one stream a page at a time.</summary>
internal static class HistoryReader
{
    /// <summary>The next entries, and whether there were no more: so that reading ends where others write all the time.</summary>
    public static (List<StoredEntry> Entries, bool IsLast) Page(Connection connection, StreamKey stream, long afterVersion)
    {
        using PreparedStatement row = connection.Use(Statements.ReadHistory).Bind(stream).Bind(afterVersion).Bind(PageSize.MaxRows);
        var page = new List<StoredEntry>();
        int bytes = 0;
        while (bytes < PageSize.MaxBytes && row.Step())
        {
            StoredEntry entry = EntryRow.Read(row, first: 0);
            bytes += entry.Body.Length;
            page.Add(entry);
        }

        return (page, page.Count < PageSize.MaxRows && bytes < PageSize.MaxBytes);
    }
}
