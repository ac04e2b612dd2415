using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>What one look at the server saw, and what of it deserves attention.</summary>
internal sealed record Examination
{
    private const double LongSeconds = 60;

    public required string Fsync { get; init; }

    public required string SynchronousCommit { get; init; }

    public required string FullPageWrites { get; init; }

    public required string Autovacuum { get; init; }

    public required string DataChecksums { get; init; }

    public required bool IsReadOnly { get; init; }

    public required bool IsPooled { get; init; }

    /// <summary>Indexes that keep duplicates out and are missing, invalid or not unique; null when there are none.</summary>
    public required string? MissingKeys { get; init; }

    /// <summary>Indexes that make reading fast and are missing or invalid; null when there are none.</summary>
    public required string? MissingIndexes { get; init; }

    /// <summary>The age in seconds of the oldest transaction that writes anywhere in the cluster, or null when there is none.</summary>
    public required double? HorizonAge { get; init; }

    public static async Task<Examination> MakeAsync(NpgsqlConnection connection, Statements statements, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = transaction.ConfigureAwait(false);
        var command = new NpgsqlCommand(statements.Examine, connection, transaction);
        await using ConfiguredAsyncDisposable __ = command.ConfigureAwait(false);
        command.Parameters.AddValue(statements.Schema.Name);
        NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable ___ = row.ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new Examination
        {
            Fsync = row.GetString(0),
            SynchronousCommit = row.GetString(1),
            FullPageWrites = row.GetString(2),
            Autovacuum = row.GetString(3),
            DataChecksums = row.GetString(4),
            IsReadOnly = row.GetBoolean(5),

            // A pooler tells its clients a process of its own; the server tells the true one.
            IsPooled = row.GetInt32(6) != connection.ProcessID,
            MissingKeys = row.IsDBNull(7) ? null : row.GetString(7),
            MissingIndexes = row.IsDBNull(8) ? null : row.GetString(8),
            HorizonAge = row.IsDBNull(9) ? null : row.GetDouble(9),
        };
    }

    public IEnumerable<DoctorFinding> Findings(bool isSchemaThere)
    {
        if (Fsync != "on") yield return Danger("fsync_off", "fsync is off: a crash of the machine can destroy the database. Turn it on.");
        if (FullPageWrites != "on") yield return Danger("full_page_writes_off", "full_page_writes is off: a crash can leave torn pages. Turn it on, unless the file system rules them out.");
        if (SynchronousCommit == "off") yield return Danger("synchronous_commit_off", "synchronous_commit is off: a crash can lose what was acknowledged last. "
            + "Turn it on for the ledger's user.");
        if (IsReadOnly) yield return Danger("server_read_only", "The server is read-only, as a standby is: nothing can be recorded. Connect to the primary.");
        if (isSchemaThere && MissingKeys is { } keys) yield return Danger("index_missing", $"Indexes that keep duplicates out are missing or invalid: {keys}. Stop the "
            + "applications and create them as in the script of PostgreSqlSchema.Script.");
        if (isSchemaThere && MissingIndexes is { } indexes) yield return Notice("index_missing", $"Indexes are missing or invalid, so that reading is slow: {indexes}. Create them "
            + "as in the script of PostgreSqlSchema.Script.");
        if (IsPooled) yield return Notice("connection_pooler", "A pooler stands between the store and the server: statements are not prepared through it, and reading costs several "
            + "times as much. Connect directly; or, in session mode or where it keeps prepared statements, put Max Auto Prepare=32 into the connection string.");
        if (HorizonAge is { } age && age > LongSeconds)
        {
            string seconds = age.ToString("0", CultureInfo.InvariantCulture);
            yield return Notice("feed_held_back", $"A transaction that writes has been open for {seconds} s and holds the feed back. End it.");
        }

        if (Autovacuum != "on") yield return Notice("autovacuum_off", "autovacuum is off: tables and indexes will grow without need. Turn it on.");
        if (DataChecksums != "on") yield return Notice("data_checksums_off", "data_checksums is off: a disk that changes data goes unnoticed until the hash "
            + "chain is verified. Enable them with pg_checksums.");
    }

    private static DoctorFinding Danger(string code, string message) => new(code, IsDanger: true, message);

    private static DoctorFinding Notice(string code, string message) => new(code, IsDanger: false, message);
}
