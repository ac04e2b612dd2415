using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Loads a stream by one statement.</summary>
internal sealed class StreamLoader(ISessions sessions, Statements statements)
{
    private const int Head = 0;
    private const int Commitment = 1;

    public Task<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        ReadAttempt.RunAsync(sessions, (session, cancel) => LoadAsync(session, stream, scope, cancel), cancellationToken);

    private async Task<StoredStream?> LoadAsync(Session session, StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        bool isOpenOnly = scope.Closed.IsEmpty && scope.Command is null;
        var command = new NpgsqlCommand(isOpenOnly ? statements.LoadOpen : statements.Load, session.Connection, session.Ambient);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(Values.Of(stream));
        if (!isOpenOnly)
        {
            command.Parameters.AddArray([.. scope.Closed.Select(id => id.ToGuid())]);
            command.Parameters.AddValue(scope.Command?.ToGuid() ?? Guid.Empty);
        }

        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        (StoredStream? head, StoredCommand? before) = (null, null);
        var commitments = new List<CommitmentDocument>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            int part = reader.GetInt32(0);
            if (part == Head) head = new StoredStream(reader.GetInt64(1), DigestAt(reader), reader.GetFieldValue<byte[]>(4), commitments, Command: null);
            else if (part == Commitment) commitments.Add(Document(reader, stream));
            else before = new StoredCommand(DigestAt(reader), reader.GetInt64(1), reader.GetInt64(2));
        }

        return head is null || before is null ? head : head with { Command = before };
    }

    private static Digest DigestAt(NpgsqlDataReader row) => Digest.FromBytes(row.GetFieldValue<byte[]>(3));

    private static CommitmentDocument Document(NpgsqlDataReader row, StreamKey stream) => new()
    {
        Stream = stream,
        Tenant = Values.ToTenant(row.GetGuid(6)),
        Commitment = new CommitmentId(row.GetGuid(5)),
        IsOpen = row.GetBoolean(7),
        Due = Values.ToDue(row.GetInt64(2)),
        Owner = row.GetString(8),
        Lookups = [.. row.GetFieldValue<Guid[]>(9).Select(Values.ToLookup)],
        State = row.GetFieldValue<byte[]>(4),
    };
}
