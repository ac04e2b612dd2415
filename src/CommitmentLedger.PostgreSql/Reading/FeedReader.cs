using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Reads the entries of all streams, a page at a time, as far as no running transaction can still add one in between.</summary>
internal sealed class FeedReader(IConnections connections, Statements statements)
{
    public async IAsyncEnumerable<FeedEntry> ReadAsync(FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = FeedPosition.Of(after);
        var size = new PageSize();
        while (true)
        {
            int rows = size.Rows;
            FeedPosition from = position;
            List<FeedEntry> page = await ReadAttempt.RunAsync(connections, (connection, cancel) => PageAsync(connection, from, rows, cancel), cancellationToken)
                .ConfigureAwait(false);
            foreach (FeedEntry entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            if (page.Count == 0 && !from.IsBeginning) await ReadAttempt.RunAsync(connections, (connection, cancel) => RequireAsync(connection, from, cancel), cancellationToken).ConfigureAwait(false);
            if (page.Count < rows) break;
            position = FeedPosition.Of(page[^1].Cursor);
            size.Learn(page.Count, page.Sum(entry => (long)entry.Entry.Body.Length));
        }

        if (FeedHorizon.IsWatched) FeedHorizon.Tell(await ReadAttempt.RunAsync(connections, LagAsync, cancellationToken).ConfigureAwait(false));
    }

    private async Task<long> LagAsync(Connection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.ReadHorizon, connection.Handle, connection.Transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<List<FeedEntry>> PageAsync(Connection connection, FeedPosition after, int rows, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.ReadFeed, connection.Handle, connection.Transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(after.FeedTx);
        command.Parameters.AddValue(after.Stream);
        command.Parameters.AddValue(after.Version);
        command.Parameters.AddValue((long)rows);
        await connection.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        var page = new List<FeedEntry>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) page.Add(Read(reader));
        return page;
    }

    /// <summary>Tells the end of the feed from a cursor whose entry is not there.</summary>
    private async Task<bool> RequireAsync(Connection connection, FeedPosition after, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.HasEntry, connection.Handle, connection.Transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(after.Stream);
        command.Parameters.AddValue(after.Version);
        command.Parameters.AddValue(after.FeedTx);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! ? true : throw new LedgerUnavailableException(
            "The cursor is from another state of the ledger's database: an older copy was restored since, or it is another database. "
            + "Read again from FeedCursor.Beginning, or from a cursor kept together with that copy.");
    }

    private static FeedEntry Read(NpgsqlDataReader row)
    {
        StoredEntry entry = EntryRow.Read(row);
        Guid stream = row.GetGuid(EntryRow.ColumnCount + 1);
        var cursor = new FeedPosition(row.GetInt64(EntryRow.ColumnCount + 2), stream, entry.Version);
        StreamIdentity identity = ColumnValues.ToIdentity(row.GetGuid(EntryRow.ColumnCount + 3), row.GetFieldValue<byte[]>(EntryRow.ColumnCount + 4));
        return new FeedEntry(cursor.ToCursor(), ColumnValues.ToTenant(row.GetGuid(EntryRow.ColumnCount)), ColumnValues.ToStream(stream), identity, entry);
    }
}
