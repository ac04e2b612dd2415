using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Reads the entries of one stream a page at a time.</summary>
internal static class HistoryReading
{
    public static List<StoredEntry> Page(Connection connection, StreamKey stream, long afterVersion)
    {
        using Statement row = connection.Use(Sql.ReadHistory).Bind(stream).Bind(afterVersion).Bind(PageSize.MaxRows);
        var page = new List<StoredEntry>();
        for (int bytes = 0; bytes < PageSize.MaxBytes && row.Step();)
        {
            StoredEntry entry = EntryRow.Read(row, first: 0);
            bytes += entry.Body.Length;
            page.Add(entry);
        }

        return page;
    }
}
