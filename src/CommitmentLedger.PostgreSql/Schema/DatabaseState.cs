using CommitmentLedger.Storage;
using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>What there is of the ledger in a database.</summary>
/// <param name="SchemaVersion">The version of its tables; 0 when there are none.</param>
/// <param name="IsFeedAhead">Whether what is written next comes after everything that is there.</param>
/// <param name="IsPooled">Whether a pooler stands between: it tells its clients a process of its own, and the server tells the true one.</param>
internal sealed record DatabaseState(int SchemaVersion, bool IsFeedAhead, bool IsPooled)
{
    public static async Task<DatabaseState> ReadAsync(NpgsqlConnection connection, Statements statements, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = transaction.ConfigureAwait(false);
            var command = new NpgsqlCommand(statements.ReadState, connection, transaction);
            await using ConfiguredAsyncDisposable __ = command.ConfigureAwait(false);
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable ___ = reader.ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new DatabaseState(reader.GetInt32(0), reader.GetBoolean(1), reader.GetInt32(2) != connection.ProcessID)
                : new DatabaseState(0, IsFeedAhead: true, IsPooled: false);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return new DatabaseState(0, IsFeedAhead: true, IsPooled: false);
        }
    }

    /// <summary>Whether its tables are of a version that nothing reads any more.</summary>
    public bool IsUnread => SchemaVersion is > 0 and <= PostgreSqlSchema.LastUnread;

    /// <summary>Why the store cannot work with it, or null when it can.</summary>
    public string? Problem() => SchemaVersion.CompareTo(PostgreSqlSchema.Version) switch
    {
        _ when IsUnread => $"The database has version {SchemaVersion} of the ledger's tables, whose formats were given up "
            + "before the first release. Nothing was written; begin a new ledger in another schema.",
        < 0 => $"The database has version {SchemaVersion} of the ledger's tables; this library needs {PostgreSqlSchema.Version}. Nothing "
            + "was written; call EnsureSchemaAsync or run the script of PostgreSqlSchema.Script.",
        > 0 => $"The database has version {SchemaVersion} of the ledger's tables; this library knows only {PostgreSqlSchema.Version}. Nothing was written; update the library.",
        _ => IsFeedAhead ? null : PostgreSqlSchema.RestoredMessage,
    };
}
