using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A commitment's document as columns, in the order of the record.</summary>
internal static class DocumentRow
{
    /// <summary>Reads the document whose columns begin at a place: tenant, commitment, is open, due, owner, lookups, state.</summary>
    public static CommitmentDocument Read(NpgsqlDataReader row, int first, StreamKey stream) => new()
    {
        Stream = stream,
        Tenant = ColumnValues.ToTenant(row.GetGuid(first)),
        Commitment = new CommitmentId(row.GetGuid(first + 1)),
        IsOpen = row.GetBoolean(first + 2),
        Due = ColumnValues.ToDue(row.GetInt64(first + 3)),
        Owner = row.GetString(first + 4),
        Lookups = [.. row.GetFieldValue<Guid[]>(first + 5).Select(ColumnValues.ToLookup)],
        State = row.GetFieldValue<byte[]>(first + 6),
    };
}
