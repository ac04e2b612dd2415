using System.Globalization;
using CommitmentLedger.Storage;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>Examines a file from the outside in: its marks, its schema, its pages, its settings. Stops where going on would change it.</summary>
internal static class Doctor
{
    private const long LargeLog = 256L * 1024 * 1024;
    private const int FullSynchronous = 2;
    private const int NormalSynchronous = 1;

    public static async Task<DoctorReport> RunAsync(SqliteLedgerOptions options, OwnConnections connections, CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>();
        if (connections.HasMoved) return new DoctorReport([new DoctorFinding("file_moved", IsDanger: true, Failure.MovedMessage(options.Path))]);
        bool isUsable = ExamineFile(options, findings);
        if (isUsable)
        {
            long synchronous = await connections.RunOnWriterAsync(
                static connection => connection.QueryNumber("PRAGMA synchronous"), cancellationToken).ConfigureAwait(false);
            ExamineDurability(options, synchronous, findings);
        }

        return new DoctorReport([.. findings.OrderByDescending(finding => finding.IsDanger)]);
    }

    private static bool ExamineFile(SqliteLedgerOptions options, List<DoctorFinding> findings)
    {
        if (!Path.Exists(options.Path))
        {
            findings.Add(new DoctorFinding("not_created", IsDanger: false, $"The file '{options.Path}' does not exist yet. The first use creates it."));
            return false;
        }

        try
        {
            using var connection = Connection.Open(options.Path, raw.SQLITE_OPEN_READWRITE, options.BusyTimeout);
            connection.Execute("PRAGMA query_only = 1");
            if (!ExamineMarks(connection, findings)) return false;
            findings.AddRange(SchemaComparison.Compare(connection));
            bool isWhole = ExaminePages(connection, findings);
            bool isLogged = ExamineLog(connection, findings);
            return isWhole && isLogged;
        }
        catch (SqliteError error) when (error.Code == raw.SQLITE_CORRUPT)
        {
            findings.Add(Damaged(error.Message));
            return false;
        }
        catch (SqliteError error)
        {
            throw Failure.Unavailable(options.Path, error);
        }
    }

    private static bool ExamineMarks(Connection connection, List<DoctorFinding> findings)
    {
        (long application, long version) = SchemaUpgrade.ReadMarks(connection);
        int known = SchemaUpgrade.VersionOf(SchemaUpgrade.Scripts);
        DoctorFinding? finding = (application, version) switch
        {
            (0, 0) => new DoctorFinding("not_created", IsDanger: false, "The file holds no ledger yet. The first use creates one in it."),
            (not SchemaUpgrade.ApplicationId, _) => new DoctorFinding(
                "foreign_file", IsDanger: true, "The file belongs to another application. Give the ledger a file of its own."),
            _ when version > known => new DoctorFinding(
                "schema_newer", IsDanger: true, Invariant($"The schema has version {version}; this version of the library knows {known}. Update the library.")),
            (_, > 0 and <= SchemaUpgrade.LastUnread) => new DoctorFinding(
                "schema_unread", IsDanger: true, Invariant($"The schema has version {version}, whose formats were given up before the first release. Begin a new ledger in another file.")),
            _ when version < known => new DoctorFinding(
                "schema_outdated", IsDanger: false, Invariant($"The schema has version {version}; the next use brings it to {known}.")),
            _ => null,
        };
        if (finding is not null) findings.Add(finding);
        return finding is null;
    }

    private static bool ExaminePages(Connection connection, List<DoctorFinding> findings)
    {
        List<string> problems = connection.Query("PRAGMA quick_check(10)", static row => row.Text(0));
        if (problems is ["ok"]) return true;
        findings.Add(Damaged(problems[0]));
        return false;
    }

    private static bool ExamineLog(Connection connection, List<DoctorFinding> findings)
    {
        string mode = connection.QueryText("PRAGMA journal_mode");
        if (mode != "wal")
        {
            findings.Add(new DoctorFinding(
                "journal_mode", IsDanger: false, $"The journal mode is '{mode}' instead of 'wal'; something else changed it. The next use sets it again."));
            return false;
        }

        var log = new FileInfo(DatabaseFile.Log(connection));
        if (log.Exists && log.Length > LargeLog)
        {
            findings.Add(new DoctorFinding("log_large", IsDanger: false, Invariant(
                $"The log beside the file takes {log.Length >> 20} MiB: some process reads without end and keeps it from being emptied. Find and end that reader.")));
        }

        return true;
    }

    private static void ExamineDurability(SqliteLedgerOptions options, long synchronous, List<DoctorFinding> findings)
    {
        bool isFull = options.Durability == SqliteDurability.Full;
        if (synchronous != (isFull ? FullSynchronous : NormalSynchronous))
        {
            findings.Add(new DoctorFinding("synchronous", IsDanger: true, Invariant(
                $"The connection that writes runs with synchronous = {synchronous}, which is not what the options ask for. Open the store anew.")));
        }
        else if (!isFull)
        {
            findings.Add(new DoctorFinding(
                "durability_normal", IsDanger: false, "A power loss may take the last commits, as the options allow. Use SqliteDurability.Full to keep them."));
        }
    }

    private static DoctorFinding Damaged(string problem) => new(
        "damaged", IsDanger: true, $"The file is damaged. Stop writing to it, keep a copy of it, and restore a backup. SQLite says: {problem}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
