using System.Data;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Replaces all documents of a stream in one transaction, entries and chain untouched.</summary>
internal sealed class Rebuilder(IConnections connections, Statements statements)
{
    public async Task<bool> ReplaceAsync(StreamDocuments documents, CancellationToken cancellationToken)
    {
        Connection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
        bool isCommitting = false;
        try
        {
            NpgsqlTransaction transaction = await connection.Handle.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable __ = transaction.ConfigureAwait(false);
            if (!await ReplaceRecordAsync(transaction, documents, cancellationToken).ConfigureAwait(false)) return false;
            await ReplaceDocumentsAsync(transaction, documents, cancellationToken).ConfigureAwait(false);
            isCommitting = true;
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw isCommitting ? Failure.OfWrite(problem) : Failure.Unavailable(problem);
        }
    }

    private async Task<bool> ReplaceRecordAsync(NpgsqlTransaction transaction, StreamDocuments documents, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(statements.ReplaceRecord, transaction.Connection, transaction);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(ColumnValues.Of(documents.Stream));
        command.Parameters.AddValue(documents.Version);
        command.Parameters.AddValue(ColumnValues.Of(documents.Record));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
    }

    private async Task ReplaceDocumentsAsync(NpgsqlTransaction transaction, StreamDocuments documents, CancellationToken cancellationToken)
    {
        CommitmentDocument[] all = [.. documents.Commitments];
        var batch = new NpgsqlBatch(transaction.Connection, transaction);
        await using ConfiguredAsyncDisposable _ = batch.ConfigureAwait(false);
        var remove = new NpgsqlBatchCommand(statements.RemoveDocuments);
        remove.Parameters.AddValue(ColumnValues.Of(documents.Stream));
        var add = new NpgsqlBatchCommand(statements.AddDocuments);
        add.Parameters.AddValue(ColumnValues.Of(documents.Stream));
        add.Parameters.AddArray(Array.ConvertAll(all, document => document.Commitment.ToGuid()));
        add.Parameters.AddArray(Array.ConvertAll(all, document => ColumnValues.Of(document.Tenant)));
        add.Parameters.AddArray(Array.ConvertAll(all, document => ColumnValues.Of(document.Due)));
        add.Parameters.AddArray(Array.ConvertAll(all, document => document.IsOpen));
        add.Parameters.AddArray(Array.ConvertAll(all, document => document.Owner));
        add.Parameters.AddArray(Array.ConvertAll(all, document => ColumnValues.TextOf(document.Lookups)));
        add.Parameters.AddArray(Array.ConvertAll(all, document => ColumnValues.Of(document.State)));
        batch.BatchCommands.Add(remove);
        batch.BatchCommands.Add(add);
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
