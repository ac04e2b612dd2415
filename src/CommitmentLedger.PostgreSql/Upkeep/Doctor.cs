using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Examines the database without changing it.</summary>
internal sealed class Doctor(ConnectionPool pool, Statements statements)
{
    public async Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlConnection connection = await pool.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable _ = connection.ConfigureAwait(false);
            DatabaseState state = await DatabaseState.ReadAsync(connection, statements, cancellationToken).ConfigureAwait(false);
            Examination seen = await Examination.MakeAsync(connection, statements, cancellationToken).ConfigureAwait(false);
            IEnumerable<DoctorFinding> findings = [.. OfState(state), .. seen.Findings(isSchemaThere: state.SchemaVersion > 0)];
            return new DoctorReport([.. findings.OrderByDescending(finding => finding.IsDanger)]);
        }
        catch (Exception problem) when (Failure.IsOurs(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure.Unavailable(problem);
        }
    }

    private static IEnumerable<DoctorFinding> OfState(DatabaseState state)
    {
        if (state.IsUnread) yield return new DoctorFinding("schema_unread", IsDanger: true, state.Problem()!);
        else if (state.SchemaVersion < PostgreSqlSchema.Version) yield return new DoctorFinding("schema_missing", IsDanger: true, state.Problem()!);
        else if (state.SchemaVersion > PostgreSqlSchema.Version) yield return new DoctorFinding("schema_newer", IsDanger: true, state.Problem()!);
        if (!state.IsFeedAhead) yield return new DoctorFinding("restored_into_younger_cluster", IsDanger: true, PostgreSqlSchema.RestoredMessage);
    }
}
