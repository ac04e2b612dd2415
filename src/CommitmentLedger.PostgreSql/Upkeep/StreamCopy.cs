using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using Npgsql;
using NpgsqlTypes;

namespace CommitmentLedger.PostgreSql;

/// <summary>Writes the rows of whole streams by binary COPY; the columns are in the order of the statements.</summary>
internal sealed class StreamCopy(NpgsqlConnection connection, Statements statements, long feedTx)
{
    public Task WriteStreamsAsync(List<StreamAppend> streams) => CopyAsync(statements.ImportStreams, streams, async (rows, stream) =>
    {
        await rows.StartRowAsync().ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Stream), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Identity.Id), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Tenant), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Identity.WrappedKey), NpgsqlDbType.Bytea).ConfigureAwait(false);
        await rows.WriteAsync((long)stream.Entries.Count, NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(feedTx, NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(stream.Head.ToBytes(), NpgsqlDbType.Bytea).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Record), NpgsqlDbType.Bytea).ConfigureAwait(false);
    });

    public Task WriteEntriesAsync(List<StreamAppend> streams) => CopyAsync(statements.ImportEntries, streams, async (rows, stream) =>
    {
        foreach (StoredEntry entry in stream.Entries) await WriteAsync(rows, stream, entry).ConfigureAwait(false);
    });

    public Task WriteDocumentsAsync(List<StreamAppend> streams) => CopyAsync(statements.ImportDocuments, streams, async (rows, stream) =>
    {
        foreach (CommitmentDocument document in stream.Changed) await WriteAsync(rows, document).ConfigureAwait(false);
    });

    private async Task WriteAsync(NpgsqlBinaryImporter rows, StreamAppend stream, StoredEntry entry)
    {
        bool isFirst = entry.Version == 1;
        await rows.StartRowAsync().ConfigureAwait(false);
        await rows.WriteAsync(entry.Version, NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(feedTx, NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(Microseconds.Of(entry.OccurredAt), NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(Microseconds.Of(entry.RecordedAt), NpgsqlDbType.Bigint).ConfigureAwait(false);
        await WriteAsync<long>(rows, isFirst ? stream.Entries.Count : null, NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(entry.SchemaVersion, NpgsqlDbType.Integer).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Stream), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(stream.Tenant), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(entry.Command.ToGuid(), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await WriteAsync(rows, entry.Commitment?.ToGuid()).ConfigureAwait(false);
        await rows.WriteAsync(entry.Type, NpgsqlDbType.Text).ConfigureAwait(false);
        await rows.WriteAsync(entry.Team, NpgsqlDbType.Text).ConfigureAwait(false);
        await rows.WriteAsync(entry.BodyHash.ToBytes(), NpgsqlDbType.Bytea).ConfigureAwait(false);
        await rows.WriteAsync(entry.Head.ToBytes(), NpgsqlDbType.Bytea).ConfigureAwait(false);
        if (isFirst) await rows.WriteAsync(stream.ContentHash.ToBytes(), NpgsqlDbType.Bytea).ConfigureAwait(false);
        else await rows.WriteNullAsync().ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(entry.Body), NpgsqlDbType.Bytea).ConfigureAwait(false);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter rows, CommitmentDocument document)
    {
        await rows.StartRowAsync().ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(document.Stream), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(document.Commitment.ToGuid(), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(document.Tenant), NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(document.Due), NpgsqlDbType.Bigint).ConfigureAwait(false);
        await rows.WriteAsync(document.IsOpen, NpgsqlDbType.Boolean).ConfigureAwait(false);
        await rows.WriteAsync(document.Owner, NpgsqlDbType.Text).ConfigureAwait(false);
        await rows.WriteAsync(document.Lookups.Select(ColumnValues.Of).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid).ConfigureAwait(false);
        await rows.WriteAsync(ColumnValues.Of(document.State), NpgsqlDbType.Bytea).ConfigureAwait(false);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter rows, T? value, NpgsqlDbType type)
        where T : struct => value is { } there ? rows.WriteAsync(there, type) : rows.WriteNullAsync();

    private static Task WriteAsync(NpgsqlBinaryImporter rows, Guid? value) => WriteAsync(rows, value, NpgsqlDbType.Uuid);

    private async Task CopyAsync(string statement, List<StreamAppend> streams, Func<NpgsqlBinaryImporter, StreamAppend, Task> write)
    {
        NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(statement).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = rows.ConfigureAwait(false);
        foreach (StreamAppend stream in streams) await write(rows, stream).ConfigureAwait(false);
        await rows.CompleteAsync().ConfigureAwait(false);
    }
}
