using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>An entry as columns, in the order of the record: what every statement about entries begins with.</summary>
internal static class EntryRow
{
    public const int ColumnCount = 11;

    public static StoredEntry Read(NpgsqlDataReader row) => new()
    {
        Version = row.GetInt64(0),
        Commitment = row.IsDBNull(1) ? null : new CommitmentId(row.GetGuid(1)),
        Type = row.GetString(2),
        SchemaVersion = row.GetInt32(3),
        OccurredAt = Microseconds.ToInstant(row.GetInt64(4)),
        RecordedAt = Microseconds.ToInstant(row.GetInt64(5)),
        Team = row.GetString(6),
        Command = new CommandId(row.GetGuid(7)),
        Body = row.GetFieldValue<byte[]>(8),
        BodyHash = Digest.FromBytes(row.GetFieldValue<byte[]>(9)),
        Head = Digest.FromBytes(row.GetFieldValue<byte[]>(10)),
    };
}
