using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Writes the documents of commitments together with the lookups that lead to them.</summary>
internal static class DocumentWriter
{
    /// <summary>Whether a stream has a commitment.</summary>
    public static bool Exists(Connection connection, long streamNumber, CommitmentId commitment)
    {
        using PreparedStatement row = connection.Use(Statements.FindDocument).Bind(streamNumber).Bind(commitment.ToGuid());
        return row.Step();
    }

    /// <summary>Writes a document that may or may not be there.</summary>
    public static void Put(Connection connection, long streamNumber, CommitmentDocument document)
    {
        byte[] lookups = DocumentRow.Pack(document.Lookups);
        if (Find(connection, streamNumber, document.Commitment) is not { } before)
        {
            Add(connection, streamNumber, document, lookups);
            return;
        }

        long due = ColumnValues.DueColumn(document.Due);
        bool isFoundAlike = before.Lookups.AsSpan().SequenceEqual(lookups);
        if (isFoundAlike && before.Due == due && before.IsOpen == document.IsOpen && before.Owner == document.Owner)
        {
            connection.Use(Statements.ChangeState).Bind(before.Number).Bind(document.State.Span).Run();
            return;
        }

        connection.Use(Statements.ChangeDocument)
            .Bind(before.Number).Bind(document.IsOpen ? 1 : 0).Bind(due).Bind(document.Owner).Bind(lookups).Bind(document.State.Span).Run();
        if (isFoundAlike) return;
        RemoveLookups(connection, before.Lookups, before.Number);
        AddLookups(connection, lookups, before.Number);
    }

    /// <summary>Writes a document that is not there yet.</summary>
    public static void Add(Connection connection, long streamNumber, CommitmentDocument document) =>
        Add(connection, streamNumber, document, DocumentRow.Pack(document.Lookups));

    /// <summary>Removes every document of a stream.</summary>
    public static void RemoveAll(Connection connection, long streamNumber)
    {
        var gone = new List<(long Number, byte[] Lookups)>();
        using (PreparedStatement rows = connection.Use(Statements.ReadLookups).Bind(streamNumber))
        {
            while (rows.Step()) gone.Add((rows.Number(0), rows.Bytes(1).ToArray()));
        }

        foreach ((long number, byte[] lookups) in gone) RemoveLookups(connection, lookups, number);
        connection.Use(Statements.RemoveDocuments).Bind(streamNumber).Run();
    }

    private static void Add(Connection connection, long streamNumber, CommitmentDocument document, byte[] lookups)
    {
        long due = ColumnValues.DueColumn(document.Due);
        long number = connection.Use(Statements.AddDocuments)
            .Bind(streamNumber).Bind(document.Stream).Bind(document.Tenant).Bind(document.Commitment.ToGuid()).Bind(document.IsOpen ? 1 : 0)
            .Bind(due).Bind(document.Owner).Bind(lookups).Bind(document.State.Span).Insert();
        AddLookups(connection, lookups, number);
    }

    private static void AddLookups(Connection connection, ReadOnlySpan<byte> lookups, long number)
    {
        for (; !lookups.IsEmpty; lookups = lookups[LookupDigest.Length..])
            connection.Use(Statements.AddLookup).Bind(lookups[..LookupDigest.Length]).Bind(number).Run();
    }

    private static void RemoveLookups(Connection connection, ReadOnlySpan<byte> lookups, long number)
    {
        for (; !lookups.IsEmpty; lookups = lookups[LookupDigest.Length..])
            connection.Use(Statements.RemoveLookup).Bind(lookups[..LookupDigest.Length]).Bind(number).Run();
    }

    private static Found? Find(Connection connection, long streamNumber, CommitmentId commitment)
    {
        using PreparedStatement row = connection.Use(Statements.FindDocument).Bind(streamNumber).Bind(commitment.ToGuid());
        return row.Step()
            ? new Found(row.Number(0), row.Number(1) == 1, row.Number(2), row.Text(3), row.Bytes(4).ToArray())
            : null;
    }

    /// <summary>What indexes rest on, as it is now.</summary>
    private sealed record Found(long Number, bool IsOpen, long Due, string Owner, byte[] Lookups);
}
