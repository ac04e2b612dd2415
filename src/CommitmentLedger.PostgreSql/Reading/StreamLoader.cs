using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Loads streams, however many, by one statement.</summary>
internal sealed class StreamLoader(IConnections connections, Statements statements)
{
    private const int Head = 0;
    private const int Commitment = 1;

    public async Task<StoredStream?> LoadAsync(LoadRequest request, CancellationToken cancellationToken) =>
        (await LoadAsync([request], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The streams in the order of the requests, null where there is none.</summary>
    public Task<StoredStream?[]> LoadAsync(IReadOnlyList<LoadRequest> requests, CancellationToken cancellationToken) =>
        ReadAttempt.RunAsync(connections, (connection, cancel) => LoadAsync(connection, requests, cancel), cancellationToken);

    private async Task<StoredStream?[]> LoadAsync(Connection connection, IReadOnlyList<LoadRequest> requests, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand { Connection = connection.Handle, Transaction = connection.Transaction };
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        if (requests is [{ Scope: { Closed.IsEmpty: true, Command: null }, Stream: var only }]) AskForOpen(command, only);
        else Ask(command, requests);
        await connection.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        var found = new Found[requests.Count];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            int place = (int)reader.GetInt64(1) - 1;
            Add(reader, requests[place].Stream, ref found[place]);
        }

        return Array.ConvertAll(found, one => one.ToStream());
    }

    private void AskForOpen(NpgsqlCommand command, StreamKey stream)
    {
        command.CommandText = statements.LoadOpen;
        command.Parameters.AddValue(ColumnValues.Of(stream));
    }

    private void Ask(NpgsqlCommand command, IReadOnlyList<LoadRequest> requests)
    {
        command.CommandText = statements.Load;
        command.Parameters.AddArray([.. requests.Select(request => ColumnValues.Of(request.Stream))]);
        command.Parameters.AddArray([.. requests.Select(request => request.Scope.Command?.ToGuid() ?? Guid.Empty)]);
        (List<long> places, List<Guid> streams, List<Guid> closed) = ([], [], []);
        for (int index = 0; index < requests.Count; index++)
        {
            foreach (CommitmentId id in requests[index].Scope.Closed)
            {
                places.Add(index + 1);
                streams.Add(ColumnValues.Of(requests[index].Stream));
                closed.Add(id.ToGuid());
            }
        }

        command.Parameters.AddArray([.. places]);
        command.Parameters.AddArray([.. streams]);
        command.Parameters.AddArray([.. closed]);
    }

    private static void Add(NpgsqlDataReader row, StreamKey stream, ref Found found)
    {
        int part = row.GetInt32(0);
        if (part == Head)
        {
            (found.Version, found.Hash, found.Record) = (row.GetInt64(2), DigestAt(row), row.GetFieldValue<byte[]>(10));
            found.Identity = ColumnValues.ToIdentity(row.GetGuid(5), row.GetFieldValue<byte[]>(11));
        }
        else if (part == Commitment) found.Commitments.Add(DocumentRow.Read(row, first: 4, stream));
        else found.Command = new StoredCommand(DigestAt(row), row.GetInt64(2), row.GetInt64(7));
    }

    private static Digest DigestAt(NpgsqlDataReader row) => Digest.FromBytes(row.GetFieldValue<byte[]>(3));

    /// <summary>What the rows of one place have told so far.</summary>
    private struct Found
    {
        private List<CommitmentDocument>? _commitments;

        public long Version { get; set; }

        public Digest Hash { get; set; }

        public byte[]? Record { get; set; }

        public StreamIdentity? Identity { get; set; }

        public StoredCommand? Command { get; set; }

        public List<CommitmentDocument> Commitments => _commitments ??= [];

        public readonly StoredStream? ToStream() => Record is null ? null : new StoredStream(Identity!, Version, Hash, Record, _commitments ?? [], Command);
    }
}
