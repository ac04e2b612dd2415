using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Replaces the documents of a stream; entries, commands and chain stay as they are.</summary>
internal static class Rebuilding
{
    public static bool Replace(Connection connection, StreamDocuments documents)
    {
        if (StreamVersion(connection, documents.Stream) != documents.Version) return false;
        connection.Use(Sql.ChangeRecord).Bind(documents.Stream).Bind(documents.Record.Span).Run();
        DocumentWriting.DropAll(connection, documents.Stream);
        foreach (CommitmentDocument document in documents.Commitments) DocumentWriting.Add(connection, document);
        return true;
    }

    /// <summary>The version of a stream, or null when it does not exist.</summary>
    public static long? StreamVersion(Connection connection, StreamKey stream)
    {
        using Statement row = connection.Use(Sql.StreamVersion).Bind(stream);
        return row.Step() ? row.Number(0) : null;
    }
}
