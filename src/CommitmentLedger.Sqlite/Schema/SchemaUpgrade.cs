using System.Globalization;

namespace CommitmentLedger.Sqlite;

/// <summary>Creates the schema and brings an older one up to date: the numbered scripts, in one transaction.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Marks a file as a ledger: the letters CLdg.</summary>
    public const int ApplicationId = 0x434C6467;

    /// <summary>The last version whose formats nothing reads any more: a file of one up to this is refused.</summary>
    public const int LastUnread = 100;

    /// <summary>The scripts; the first makes the version after <see cref="LastUnread"/>.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. EmbeddedText.Names("Schema").Select(EmbeddedText.Read)];

    /// <summary>The version that some scripts make, from the first on.</summary>
    public static int VersionOf(IReadOnlyList<string> scripts) => LastUnread + scripts.Count;

    /// <summary>Makes sure of the schema.</summary>
    /// <exception cref="LedgerUnavailableException">The file is of a version that nothing reads any more, or of a newer one, or belongs to another application.</exception>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public static void Ensure(Connection connection, IReadOnlyList<string> scripts)
    {
        if (CountApplied(connection, scripts) == scripts.Count) return;
        connection.Use(Statements.Begin).Run();
        try
        {
            Apply(connection, scripts);
            connection.Use(Statements.Commit).Run();
        }
        catch
        {
            connection.RollBack();
            throw;
        }
    }

    /// <summary>Makes sure of the schema inside a transaction that is open already.</summary>
    /// <inheritdoc cref="Ensure"/>
    public static void Apply(Connection connection, IReadOnlyList<string> scripts)
    {
        // Another process may have been faster: what is missing is asked for again, now that nobody else can write.
        int applied = CountApplied(connection, scripts);
        if (applied == scripts.Count) return;
        foreach (string script in scripts.Skip(applied)) connection.Execute(script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {VersionOf(scripts)}"));
    }

    /// <summary>Whose file it is and the version of its schema; both are 0 where nobody left a mark.</summary>
    /// <remarks>
    /// The version is read first. Another process may set both between the two readings; in this order that looks like a ledger
    /// without a schema yet, which is asked about again under the lock, and never like the file of another application.
    /// </remarks>
    public static (long Application, long Version) ReadMarks(Connection connection)
    {
        long version = connection.QueryNumber("PRAGMA user_version");
        return (connection.QueryNumber("PRAGMA application_id"), version);
    }

    private static int CountApplied(Connection connection, IReadOnlyList<string> scripts)
    {
        (long application, long version) = ReadMarks(connection);
        if (application != ApplicationId && (application != 0 || version != 0))
        {
            throw new LedgerUnavailableException(
                $"'{connection.File}' belongs to another application (application_id {application}, user_version {version}). Give the ledger a file of its own.");
        }

        int known = VersionOf(scripts);
        return version switch
        {
            0 => 0,
            <= LastUnread => throw new LedgerUnavailableException(
                $"'{connection.File}' has schema version {version}, whose formats were given up before the first release. The file was not changed; begin a new ledger in another file."),
            _ when version <= known => (int)version - LastUnread,
            _ => throw new LedgerUnavailableException(
                $"'{connection.File}' has schema version {version}; this version of the library knows {known}. Update the library; the file was not changed."),
        };
    }
}
