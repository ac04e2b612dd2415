using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Replaces the documents of a stream; entries, commands and chain stay as they are.</summary>
internal static class Rebuilder
{
    public static bool Replace(Connection connection, StreamDocuments documents)
    {
        if (FindStream(connection, documents.Stream) is not { } stream || stream.Version != documents.Version) return false;
        connection.Use(Statements.ReplaceRecord).Bind(stream.Number).Bind(documents.Record.Span).Run();
        DocumentWriter.RemoveAll(connection, stream.Number);
        foreach (CommitmentDocument document in documents.Commitments) DocumentWriter.Add(connection, stream.Number, document);
        return true;
    }

    /// <summary>The version and number of a stream, or null when it does not exist.</summary>
    public static (long Version, long Number)? FindStream(Connection connection, StreamKey stream)
    {
        using PreparedStatement row = connection.Use(Statements.FindStream).Bind(stream);
        return row.Step() ? (row.Number(0), row.Number(1)) : null;
    }
}
