using CommitmentLedger.Storage;
using SQLitePCL;

namespace CommitmentLedger.Sqlite;

/// <summary>Compares the schema of a file with the one that the scripts make.</summary>
internal static class SchemaComparison
{
    private const string Objects = "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name LIKE 'ledger\\_%' ESCAPE '\\' AND sql IS NOT NULL";

    public static IEnumerable<DoctorFinding> Compare(Connection connection)
    {
        var actual = Read(connection).ToDictionary(item => item.Name, StringComparer.Ordinal);
        foreach (SchemaObject expected in Expected())
        {
            if (!actual.Remove(expected.Name, out SchemaObject? found))
                yield return Finding(expected, "missing", "is missing");
            else if (found.Text != expected.Text)
                yield return Finding(expected, "altered", "is not as this library made it");
        }

        foreach (SchemaObject foreign in actual.Values)
        {
            // A foreign trigger changes what is kept; a foreign index only costs time.
            yield return new DoctorFinding(
                $"{foreign.Kind}_foreign", foreign.Kind != "index", $"The {foreign.Kind} {foreign.Name} on the ledger's tables was not made by this library. Drop it.");
        }
    }

    private static List<SchemaObject> Expected()
    {
        using var scratch = Connection.Open(":memory:", raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero);
        foreach (string script in SchemaUpgrade.Scripts) scratch.Execute(script);
        return Read(scratch);
    }

    private static List<SchemaObject> Read(Connection connection) =>
        connection.Query(Objects, static row => new SchemaObject(row.Text(0), row.Text(1), row.Text(2)));

    private static DoctorFinding Finding(SchemaObject item, string code, string what)
    {
        bool isDanger = item.Kind == "table" || item.Text.StartsWith("CREATE UNIQUE", StringComparison.Ordinal);
        string consequence = isDanger ? "What is kept is no longer guarded by it." : "Reading through it is slow.";
        return new DoctorFinding(
            $"{item.Kind}_{code}", isDanger, $"The {item.Kind} {item.Name} {what}. {consequence} Restore a backup, or make it again: {item.Text}");
    }

    private sealed record SchemaObject(string Kind, string Name, string Text);
}
