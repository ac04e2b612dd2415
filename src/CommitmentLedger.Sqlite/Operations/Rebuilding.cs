using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Replaces the documents of a stream; entries, commands and chain stay as they are.</summary>
internal static class Rebuilding
{
    public static bool Replace(Connection connection, StreamDocuments documents)
    {
        if (FindStream(connection, documents.Stream) is not { } stream || stream.Version != documents.Version) return false;
        connection.Use(Sql.ChangeRecord).Bind(stream.Number).Bind(documents.Record.Span).Run();
        DocumentWriting.DropAll(connection, stream.Number);
        foreach (CommitmentDocument document in documents.Commitments) DocumentWriting.Add(connection, stream.Number, document);
        return true;
    }

    /// <summary>The version and number of a stream, or null when it does not exist.</summary>
    public static (long Version, long Number)? FindStream(Connection connection, StreamKey stream)
    {
        using Statement row = connection.Use(Sql.FindStream).Bind(stream);
        return row.Step() ? (row.Number(0), row.Number(1)) : null;
    }
}
