using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Judges one append and writes it, inside a transaction that somebody else begins and commits.</summary>
internal static class Appending
{
    public static AppendResult Append(Connection connection, StreamAppend append)
    {
        (long version, StoredCommand? before) = Judge(connection, append);
        if (before is not null)
        {
            return before.ContentHash == append.ContentHash
                ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion)
                : new AppendResult.CommandIdReused();
        }

        return version == append.ExpectedVersion ? Write(connection, append) : new AppendResult.Conflict(version);
    }

    /// <summary>Writes an append whose place is known to be free.</summary>
    public static AppendResult Write(Connection connection, StreamAppend append)
    {
        long last = append.ExpectedVersion + append.Entries.Count;
        connection.Use(Sql.PutStream).Bind(append.Stream).Bind(append.Tenant).Bind(last).Bind(append.Head).Bind(append.Record.Span).Run();
        foreach (StoredEntry entry in append.Entries)
            EntryRow.Bind(connection.Use(Sql.AddEntry), append.Tenant, append.Stream, entry).Run();
        connection.Use(Sql.AddCommand)
            .Bind(append.Stream).Bind(append.Command.ToGuid()).Bind(append.ContentHash).Bind(append.ExpectedVersion + 1).Bind(last).Run();
        foreach (CommitmentDocument document in append.Changed)
        {
            if (append.ExpectedVersion == 0) DocumentWriting.Add(connection, document);
            else DocumentWriting.Put(connection, document);
        }

        return new AppendResult.Appended(last);
    }

    private static (long Version, StoredCommand? Before) Judge(Connection connection, StreamAppend append)
    {
        using Statement rows = connection.Use(Sql.JudgeAppend).Bind(append.Stream).Bind(append.Command.ToGuid());
        long version = 0;
        StoredCommand? before = null;
        while (rows.Step())
        {
            if (rows.Number(0) == 0) version = rows.Number(1);
            else before = new StoredCommand(rows.Hash(1), rows.Number(2), rows.Number(3));
        }

        return (version, before);
    }
}
