using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>Empties bodies, and the log in which they may still stand.</summary>
internal static class Scrubber
{
    public static int Scrub(Connection connection, StreamKey stream, ValueList<long> versions)
    {
        int scrubbed = 0;
        foreach (long version in versions) scrubbed += connection.Use(Statements.Scrub).Bind(stream).Bind(version).Run();
        return scrubbed;
    }

    /// <summary>Moves the log into the file and empties it, if nobody is in the way; otherwise the log overwrites itself in its own time.</summary>
    public static bool EmptyLog(Connection connection) => connection.QueryNumber("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
}
