using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Empties bodies; header, body hash and chain stay.</summary>
internal sealed class Scrubber(ISessions sessions, Statements statements)
{
    public async Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken)
    {
        Session session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = session.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var command = new NpgsqlCommand(statements.Scrub, session.Connection);
            await using ConfiguredAsyncDisposable __ = command.ConfigureAwait(false);
            command.Parameters.AddValue(Values.Of(stream));
            command.Parameters.AddArray([.. versions]);
            return await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            throw Failure.OfWrite(problem);
        }
    }
}
