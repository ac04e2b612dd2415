using CommitmentLedger.PostgreSql;
using System.Globalization;
using System.Text;

namespace CommitmentLedger.Storage;

/// <summary>The tables of the ledger as scripts that a DBA can read and run.</summary>
public static class PostgreSqlSchema
{
    internal const string RestoredMessage =
        "The ledger was restored into a PostgreSQL cluster whose transaction ids are lower than those that its entries were written under; readers of the feed would miss "
            + "what is written now. Nothing was written; stop the applications and run SELECT rebase_feed() of the ledger's schema once.";

    /// <summary>The last version whose formats nothing reads any more: a database of one up to this is refused.</summary>
    internal const int LastUnread = 100;

    private static readonly string[] Names = [.. EmbeddedText.Names("Schema")];

    /// <summary>The version that this library works with: 100, and one more for each numbered script.</summary>
    public static int Version => LastUnread + Names.Length;

    /// <summary>Everything that brings a database from one version to this library's, to be run in one transaction.</summary>
    /// <param name="schema">The database schema, as in <see cref="PostgreSqlLedgerOptions.Schema"/>.</param>
    /// <param name="fromVersion">The version that the database has; 0, the default, when it has nothing yet. Otherwise between 101 and <see cref="Version"/>.</param>
    /// <exception cref="ArgumentException">The schema's name cannot be used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static string Script(string schema = "commitment_ledger", int fromVersion = 0)
    {
        if (fromVersion != 0) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(fromVersion, LastUnread);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromVersion, Version);
        var name = new SchemaName(schema);
        var script = new StringBuilder();
        if (fromVersion == 0) script.Append("CREATE SCHEMA IF NOT EXISTS {schema};\n\n");
        for (int version = Math.Max(fromVersion, LastUnread) + 1; version <= Version; version++)
        {
            script.Append(EmbeddedText.Read(Names[version - LastUnread - 1]))
                .Append(CultureInfo.InvariantCulture, $"\nUPDATE {{schema}}.ledger SET schema_version = {version};\n\n");
        }

        return name.Into(script.ToString());
    }
}
