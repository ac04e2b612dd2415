using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Reads the entries of one stream, a page at a time.</summary>
internal sealed class HistoryReader(IConnections connections, Statements statements)
{
    public async IAsyncEnumerable<StoredEntry> ReadAsync(
        StreamKey stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = new PageSize();
        while (true)
        {
            int rows = size.Rows;
            long after = afterVersion;
            List<StoredEntry> page = await ReadAttempt.RunAsync(connections, (connection, cancel) => PageAsync(connection, stream, after, rows, cancel), cancellationToken)
                .ConfigureAwait(false);
            foreach (StoredEntry entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            if (page.Count < rows) yield break;
            afterVersion = page[^1].Version;
            size.Learn(page.Count, page.Sum(entry => (long)entry.Body.Length));
        }
    }

    private async Task<List<StoredEntry>> PageAsync(Connection connection, StreamKey stream, long after, int rows, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.ReadHistory, connection.Handle, connection.Transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(ColumnValues.Of(stream));
        command.Parameters.AddValue(after);
        command.Parameters.AddValue((long)rows);
        await connection.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        var page = new List<StoredEntry>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) page.Add(EntryRow.Read(reader));
        return page;
    }
}
