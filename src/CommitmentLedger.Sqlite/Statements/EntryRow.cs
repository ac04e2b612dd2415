using CommitmentLedger.Storage;
using CommitmentLedger.Time;

namespace CommitmentLedger.Sqlite;

/// <summary>An entry as columns, in the order of the record.</summary>
internal static class EntryRow
{
    public static PreparedStatement Bind(PreparedStatement statement, long streamNumber, StoredEntry entry) => statement
        .Bind(streamNumber)
        .Bind(entry.Version)
        .Bind(entry.Commitment?.ToGuid())
        .Bind(entry.Type)
        .Bind(entry.SchemaVersion)
        .Bind(entry.OccurredAt)
        .Bind(entry.RecordedAt)
        .Bind(entry.Team)
        .Bind(entry.Command.ToGuid())
        .Bind(entry.Body.Span)
        .Bind(entry.BodyHash)
        .Bind(entry.Head);

    /// <summary>Reads the entry that begins at a column.</summary>
    public static StoredEntry Read(PreparedStatement row, int first) => new()
    {
        Version = row.Number(first),
        Commitment = row.IsNull(first + 1) ? null : new CommitmentId(row.Id(first + 1)),
        Type = row.Text(first + 2),
        SchemaVersion = checked((int)row.Number(first + 3)),
        OccurredAt = Microseconds.ToInstant(row.Number(first + 4)),
        RecordedAt = Microseconds.ToInstant(row.Number(first + 5)),
        Team = row.Text(first + 6),
        Command = new CommandId(row.Id(first + 7)),
        Body = row.Bytes(first + 8).ToArray(),
        BodyHash = row.Hash(first + 9),
        Head = row.Hash(first + 10),
    };
}
