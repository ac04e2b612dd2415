using System.Data;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Empties bodies; header, body hash and chain stay.</summary>
internal sealed class Scrubber(IConnections connections, Statements statements)
{
    public async Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken)
    {
        Connection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        bool isCommitting = false;
        try
        {
            NpgsqlTransaction transaction = await connection.Handle.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable __ = transaction.ConfigureAwait(false);
            var command = new NpgsqlCommand(statements.Scrub, connection.Handle, transaction);
            await using ConfiguredAsyncDisposable ___ = command.ConfigureAwait(false);
            command.Parameters.AddValue(ColumnValues.Of(stream));
            command.Parameters.AddArray([.. versions]);
            int scrubbed = await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            isCommitting = true;
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return scrubbed;
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw isCommitting ? Failure.OfWrite(problem) : Failure.Unavailable(problem);
        }
    }
}
