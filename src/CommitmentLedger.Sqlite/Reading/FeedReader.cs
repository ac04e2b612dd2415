using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Reads the feed a page at a time, so that no read transaction stays open while the reader thinks.</summary>
internal static class FeedReader
{
    /// <summary>Where the feed ends now.</summary>
    /// <exception cref="LedgerUnavailableException">The place is not one of this file.</exception>
    public static long End(Connection connection, FeedPosition after)
    {
        using PreparedStatement row = connection.Use(Statements.ReadFeedEnd).Bind(after.Position);
        row.Step();
        CommandId? found = row.IsNull(1) ? null : new CommandId(row.Id(1));
        return found == after.Command
            ? row.Number(0)
            : throw new LedgerUnavailableException(
                "The cursor is from another state of the ledger's file: an older copy was restored since, or it is another file. "
                + "Read again from FeedCursor.Beginning, or from a cursor kept together with that copy.");
    }

    public static List<FeedEntry> Page(Connection connection, long after, long end)
    {
        using PreparedStatement row = connection.Use(Statements.ReadFeed).Bind(after).Bind(end).Bind(PageSize.MaxRows);
        var page = new List<FeedEntry>();
        for (int bytes = 0; bytes < PageSize.MaxBytes && row.Step();)
        {
            StoredEntry entry = EntryRow.Read(row, first: 5);
            bytes += entry.Body.Length;
            page.Add(new FeedEntry(
                FeedPosition.Cursor(row.Number(0), entry.Command), TenantKey.FromBytes(row.Bytes(1)), StreamKey.FromBytes(row.Bytes(2)), row.Identity(3), entry));
        }

        return page;
    }
}
