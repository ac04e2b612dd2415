using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Writes whole streams in bulk, a transaction a bulk; others can write in between.</summary>
internal static class Importer
{
    private const int BulkEntries = 20_000;
    private const int BulkBytes = 32 * 1024 * 1024;

    public static async Task<long> RunAsync(
        IConnections connections, IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long written = 0;
        (var bulk, int entries, int bytes) = (new List<StreamAppend>(), 0, 0);
        await foreach (StreamAppend append in streams.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (append.ExpectedVersion != 0)
                throw new ArgumentException("An import takes whole streams; this append expects one to exist. Send it with AppendAsync.", nameof(streams));
            bulk.Add(append);
            entries += append.Entries.Count;
            bytes += append.Entries.Sum(entry => entry.Body.Length);
            if (entries < BulkEntries && bytes < BulkBytes) continue;
            await WriteBulkAsync().ConfigureAwait(false);
        }

        if (bulk.Count > 0) await WriteBulkAsync().ConfigureAwait(false);
        return written;

        async Task WriteBulkAsync()
        {
            // A bulk keeps a thread for a while; it should not be one that its caller needs.
            await Task.Run(() => connections.WriteAsync(connection => Write(connection, bulk), cancellationToken).AsTask(), cancellationToken)
                .ConfigureAwait(false);
            written += entries;
            progress?.Report(written);
            bulk.Clear();
            (entries, bytes) = (0, 0);
        }
    }

    private static bool Write(Connection connection, List<StreamAppend> bulk)
    {
        foreach (StreamAppend append in bulk)
        {
            if (Rebuilder.FindStream(connection, append.Stream) is not null)
                throw new InvalidOperationException($"The stream {append.Stream} exists already; its bulk was not written. Leave it out, or import into a new file.");
            Appender.Write(connection, append, existing: null);
        }

        return true;
    }
}
