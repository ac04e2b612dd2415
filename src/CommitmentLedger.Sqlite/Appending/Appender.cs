using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Judges one append and writes it, inside a transaction that somebody else begins and commits.</summary>
internal static class Appender
{
    public static AppendResult Append(Connection connection, StreamAppend append)
    {
        (long? number, long version, Digest head, StoredCommand? before) = Judge(connection, append);
        if (before is not null)
        {
            return before.ContentHash == append.ContentHash
                ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion)
                : new AppendResult.CommandIdReused();
        }

        bool isFork = number is not null && append.ExpectedHead is { } expected && expected != head;
        if (version != append.ExpectedVersion || isFork) return new AppendResult.Conflict(version);
        foreach (CommitmentId commitment in append.MustBeNew)
        {
            if (number is { } existing && DocumentWriter.Exists(connection, existing, commitment)) return new AppendResult.CommitmentExists();
        }

        return Write(connection, append, number);
    }

    /// <summary>Writes an append whose place is known to be free.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="append">The append.</param>
    /// <param name="existing">The number of the stream, or null when it does not exist.</param>
    public static AppendResult Write(Connection connection, StreamAppend append, long? existing)
    {
        long last = append.ExpectedVersion + append.Entries.Count;
        long number = existing ?? connection.Use(Statements.AddStream)
            .Bind(append.Stream).Bind(append.Identity.Id).Bind(append.Identity.WrappedKey.Span).Bind(append.Tenant).Bind(last).Bind(append.Head).Bind(append.Record.Span).Insert();
        if (existing is not null) connection.Use(Statements.ChangeStream).Bind(number).Bind(last).Bind(append.Head).Bind(append.Record.Span).Run();
        foreach (StoredEntry entry in append.Entries) EntryRow.Bind(connection.Use(Statements.AddEntry), number, entry).Run();
        connection.Use(Statements.AddCommand)
            .Bind(number).Bind(append.Command.ToGuid()).Bind(append.ContentHash).Bind(append.ExpectedVersion + 1).Bind(last).Run();
        foreach (CommitmentDocument document in append.Changed)
        {
            if (existing is null) DocumentWriter.Add(connection, number, document);
            else DocumentWriter.Put(connection, number, document);
        }

        return new AppendResult.Appended(last);
    }

    private static (long? Number, long Version, Digest Head, StoredCommand? Before) Judge(Connection connection, StreamAppend append)
    {
        using PreparedStatement rows = connection.Use(Statements.JudgeAppend).Bind(append.Stream).Bind(append.Command.ToGuid());
        (long? number, long version, Digest head, StoredCommand? before) = (null, 0, default, null);
        while (rows.Step())
        {
            if (rows.Number(0) == 0) (number, version, head) = (rows.Number(1), rows.Number(2), rows.Hash(3));
            else before = new StoredCommand(rows.Hash(1), rows.Number(2), rows.Number(3));
        }

        return (number, version, head, before);
    }
}
