using System.Text;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Loads a stream in one statement, which SQLite runs at one point in time.</summary>
internal static class StreamLoader
{
    private const int StreamRow = 0;
    private const int CommandRow = 1;
    private const int OpenRow = 2;

    public static StoredStream? Load(Connection connection, StreamKey stream, LoadScope scope)
    {
        using PreparedStatement rows = Ask(connection, stream, scope);
        if (!rows.Step() || rows.Number(0) != StreamRow) return null;

        var tenant = TenantKey.FromBytes(rows.Bytes(1));
        (long version, Digest head, byte[] record, StreamIdentity identity) = (rows.Number(2), rows.Hash(3), rows.Bytes(4).ToArray(), rows.Identity(5));
        StoredCommand? command = null;
        var commitments = new List<CommitmentDocument>();
        while (rows.Step())
        {
            long kind = rows.Number(0);
            if (kind == CommandRow) command = new StoredCommand(rows.Hash(1), rows.Number(2), rows.Number(3));
            else commitments.Add(DocumentRow.Read(rows, first: 1, stream, tenant, isOpen: kind == OpenRow));
        }

        return new StoredStream(identity, version, head, record, commitments, command);
    }

    private static PreparedStatement Ask(Connection connection, StreamKey stream, LoadScope scope) => scope is { Command: null, Closed.IsEmpty: true }
        ? connection.Use(Statements.LoadOpen).Bind(stream)
        : connection.Use(Statements.Load).Bind(stream).Bind(scope.Command?.ToGuid()).Bind(AsJson(scope.Closed));

    private static string AsJson(ValueList<CommitmentId> ids)
    {
        var json = new StringBuilder("[");
        foreach (CommitmentId id in ids) json.Append(json.Length > 1 ? ",\"" : "\"").Append(id.ToGuid().ToString("N")).Append('"');
        return json.Append(']').ToString();
    }
}
