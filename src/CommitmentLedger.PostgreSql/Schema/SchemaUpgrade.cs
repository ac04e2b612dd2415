using CommitmentLedger.Storage;
using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Runs the numbered scripts that a database lacks, in one transaction.</summary>
/// <remarks>It has to see what others committed while it waited for its turn, whatever isolation is usual in the database.</remarks>
internal static class SchemaUpgrade
{
    // Processes that start together take turns, for each schema its own; whoever comes second finds nothing left to do.
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtextextended('commitment_ledger ' || $1, 0))";
    private const string IsThere = "SELECT to_regclass($1) IS NOT NULL";

    public static async Task RunAsync(NpgsqlConnection connection, SchemaName schema, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, TakeTurn, schema.Name, cancellationToken).ConfigureAwait(false);
        bool isThere = (bool)(await ExecuteAsync(connection, IsThere, schema.Into("{schema}.ledger"), cancellationToken).ConfigureAwait(false))!;
        int version = isThere
            ? (int)(await ExecuteAsync(connection, schema.Into("SELECT schema_version FROM {schema}.ledger"), value: null, cancellationToken).ConfigureAwait(false))!
            : 0;
        if (version >= PostgreSqlSchema.Version) return;
        await ExecuteAsync(connection, PostgreSqlSchema.Script(schema.Name, version), value: null, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string text, string? value, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, connection);
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        if (value is not null) command.Parameters.AddValue(value);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
