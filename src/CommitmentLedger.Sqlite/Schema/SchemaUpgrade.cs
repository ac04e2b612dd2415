using System.Globalization;

namespace CommitmentLedger.Sqlite;

/// <summary>Creates the schema and brings an older one up to date: the numbered scripts, in one transaction.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Marks a file as a ledger: the letters CLdg.</summary>
    public const int ApplicationId = 0x434C6467;

    /// <summary>The scripts; the first makes version 1.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. EmbeddedText.Names("Schema").Select(EmbeddedText.Read)];

    /// <summary>Makes sure of the schema.</summary>
    /// <exception cref="LedgerUnavailableException">The file is of a newer version, or belongs to another application.</exception>
    /// <exception cref="SqliteError">SQLite answered with an error.</exception>
    public static void Ensure(Connection connection, IReadOnlyList<string> scripts)
    {
        if (MissingAfter(connection, scripts.Count) == scripts.Count) return;
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
        int version = MissingAfter(connection, scripts.Count);
        if (version == scripts.Count) return;
        foreach (string script in scripts.Skip(version)) connection.Execute(script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count}"));
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

    private static int MissingAfter(Connection connection, int known)
    {
        (long application, long version) = ReadMarks(connection);
        if (application != ApplicationId && (application != 0 || version != 0))
        {
            throw new LedgerUnavailableException(
                $"'{connection.File}' belongs to another application (application_id {application}, user_version {version}). Give the ledger a file of its own.");
        }

        return version <= known
            ? (int)version
            : throw new LedgerUnavailableException(
                $"'{connection.File}' has schema version {version}; this version of the library knows {known}. Update the library; the file was not changed.");
    }
}
