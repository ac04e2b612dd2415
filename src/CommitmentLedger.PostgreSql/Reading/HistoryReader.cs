using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Reads the entries of one stream, a page at a time.</summary>
internal sealed class HistoryReader(ISessions sessions, Statements statements)
{
    public async IAsyncEnumerable<StoredEntry> ReadAsync(
        StreamKey stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var length = new PageLength();
        while (true)
        {
            int rows = length.Rows;
            long after = afterVersion;
            List<StoredEntry> page = await ReadAttempt.RunAsync(sessions, (session, cancel) => PageAsync(session, stream, after, rows, cancel), cancellationToken)
                .ConfigureAwait(false);
            foreach (StoredEntry entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            if (page.Count < rows) yield break;
            afterVersion = page[^1].Version;
            length.Learn(page.Count, page.Sum(entry => (long)entry.Body.Length));
        }
    }

    private async Task<List<StoredEntry>> PageAsync(Session session, StreamKey stream, long after, int rows, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.ReadHistory, session.Connection, session.Ambient);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(Values.Of(stream));
        command.Parameters.AddValue(after);
        command.Parameters.AddValue((long)rows);
        await session.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        var page = new List<StoredEntry>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) page.Add(EntryReader.Read(reader));
        return page;
    }
}
