using System.Data;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Takes in whole streams by COPY, many in one transaction.</summary>
internal sealed class Importer(IConnections connections, Statements statements)
{
    private const int MaxEntries = 10_000;
    private const long MaxBytes = 32 * 1024 * 1024;

    public async Task<long> ImportAsync(IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (bulk, entries, bytes, written) = (new List<StreamAppend>(), 0, 0L, 0L);
        await foreach (StreamAppend stream in streams.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (stream.ExpectedVersion != 0) throw new ArgumentException("An import writes whole streams: the expected version of each must be 0.", nameof(streams));
            bulk.Add(stream);
            entries += stream.Entries.Count;
            bytes += stream.Entries.Sum(entry => (long)entry.Body.Length) + stream.Changed.Sum(document => (long)document.State.Length);
            if (entries < MaxEntries && bytes < MaxBytes) continue;
            await WriteAsync(bulk, cancellationToken).ConfigureAwait(false);
            written += entries;
            progress?.Report(written);
            bulk.Clear();
            (entries, bytes) = (0, 0);
        }

        if (bulk.Count > 0)
        {
            await WriteAsync(bulk, cancellationToken).ConfigureAwait(false);
            written += entries;
            progress?.Report(written);
        }

        return written;
    }

    private async Task WriteAsync(List<StreamAppend> bulk, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Connection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
        bool isCommitting = false;
        try
        {
            NpgsqlTransaction transaction = await connection.Handle.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable __ = transaction.ConfigureAwait(false);
            var begin = new NpgsqlCommand(statements.BeginImport, connection.Handle, transaction);
            await using ConfiguredAsyncDisposable ___ = begin.ConfigureAwait(false);
            long feedTx = (long)(await begin.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false))!;
            var copy = new StreamCopy(connection.Handle, statements, feedTx);
            await copy.WriteStreamsAsync(bulk).ConfigureAwait(false);
            await copy.WriteEntriesAsync(bulk).ConfigureAwait(false);
            await copy.WriteDocumentsAsync(bulk).ConfigureAwait(false);
            isCommitting = true;
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (PostgresException problem) when (problem.SqlState == Failure.UniqueViolation)
        {
            throw new InvalidOperationException(
                "A stream of the import exists already, or stands in it twice. Its bulk was not written; those before it were. Import only streams that the ledger does not have.",
                Failure.Bare(problem));
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw isCommitting ? Failure.OfWrite(problem) : Failure.Unavailable(problem);
        }
    }
}
