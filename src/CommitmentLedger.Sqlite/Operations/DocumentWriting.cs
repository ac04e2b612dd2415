using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Writes the documents of commitments together with the lookups that lead to them.</summary>
internal static class DocumentWriting
{
    /// <summary>Writes a document that may or may not be there.</summary>
    public static void Put(Connection connection, CommitmentDocument document)
    {
        byte[] lookups = DocumentRow.Pack(document.Lookups);
        if (Find(connection, document) is not { } before)
        {
            Add(connection, document, lookups);
            return;
        }

        long due = StatementValues.DueColumn(document.Due);
        bool isFoundAlike = before.Due == due && before.Lookups.AsSpan().SequenceEqual(lookups);
        if (isFoundAlike && before.IsOpen == document.IsOpen && before.Owner == document.Owner)
        {
            connection.Use(Sql.ChangeState).Bind(before.Row).Bind(document.State.Span).Run();
            return;
        }

        connection.Use(Sql.ChangeDocument)
            .Bind(before.Row).Bind(document.IsOpen ? 1 : 0).Bind(due).Bind(document.Owner).Bind(lookups).Bind(document.State.Span).Run();
        if (isFoundAlike) return;
        WriteLookups(connection, Sql.DropLookup, before.Tenant, before.Lookups, before.Due, document.Stream, document.Commitment);
        WriteLookups(connection, Sql.AddLookup, document.Tenant, lookups, due, document.Stream, document.Commitment);
    }

    /// <summary>Writes a document that is not there yet.</summary>
    public static void Add(Connection connection, CommitmentDocument document) => Add(connection, document, DocumentRow.Pack(document.Lookups));

    /// <summary>Removes every document of a stream.</summary>
    public static void DropAll(Connection connection, StreamKey stream)
    {
        var gone = new List<(TenantKey Tenant, CommitmentId Commitment, long Due, byte[] Lookups)>();
        using (Statement rows = connection.Use(Sql.DocumentsOfStream).Bind(stream))
        {
            while (rows.Step())
                gone.Add((TenantKey.FromBytes(rows.Bytes(0)), new CommitmentId(rows.Id(1)), rows.Number(2), rows.Bytes(3).ToArray()));
        }

        foreach ((TenantKey tenant, CommitmentId commitment, long due, byte[] lookups) in gone)
            WriteLookups(connection, Sql.DropLookup, tenant, lookups, due, stream, commitment);
        connection.Use(Sql.DropDocuments).Bind(stream).Run();
    }

    private static void Add(Connection connection, CommitmentDocument document, byte[] lookups)
    {
        long due = StatementValues.DueColumn(document.Due);
        connection.Use(Sql.AddDocument)
            .Bind(document.Stream).Bind(document.Tenant).Bind(document.Commitment.ToGuid()).Bind(document.IsOpen ? 1 : 0)
            .Bind(due).Bind(document.Owner).Bind(lookups).Bind(document.State.Span).Run();
        WriteLookups(connection, Sql.AddLookup, document.Tenant, lookups, due, document.Stream, document.Commitment);
    }

    private static void WriteLookups(
        Connection connection, Sql sql, TenantKey tenant, ReadOnlySpan<byte> lookups, long due, StreamKey stream, CommitmentId commitment)
    {
        for (; !lookups.IsEmpty; lookups = lookups[LookupDigest.Length..])
            connection.Use(sql).Bind(tenant).Bind(lookups[..LookupDigest.Length]).Bind(due).Bind(stream).Bind(commitment.ToGuid()).Run();
    }

    private static Found? Find(Connection connection, CommitmentDocument document)
    {
        using Statement row = connection.Use(Sql.FindDocument).Bind(document.Stream).Bind(document.Commitment.ToGuid());
        return row.Step()
            ? new Found(row.Number(0), TenantKey.FromBytes(row.Bytes(1)), row.Number(2) == 1, row.Number(3), row.Text(4), row.Bytes(5).ToArray())
            : null;
    }

    /// <summary>What indexes rest on, as it is now.</summary>
    private sealed record Found(long Row, TenantKey Tenant, bool IsOpen, long Due, string Owner, byte[] Lookups);
}
