using System.Reflection;

namespace CommitmentLedger.Sqlite;

/// <summary>The statements, each in the file of its name, numbered so that a connection finds the prepared one by index.</summary>
internal sealed class Sql
{
    private static readonly List<Sql> Known = [];

    private Sql(string name)
    {
        (Name, Number, Text) = (name, Known.Count, ReadResource($"Statements.{name}"));
        Known.Add(this);
    }

    public static Sql AddCommand { get; } = new(nameof(AddCommand));

    public static Sql AddDocument { get; } = new(nameof(AddDocument));

    public static Sql AddEntry { get; } = new(nameof(AddEntry));

    public static Sql AddLookup { get; } = new(nameof(AddLookup));

    public static Sql AddStream { get; } = new(nameof(AddStream));

    public static Sql Begin { get; } = new(nameof(Begin));

    public static Sql ChangeDocument { get; } = new(nameof(ChangeDocument));

    public static Sql ChangeRecord { get; } = new(nameof(ChangeRecord));

    public static Sql ChangeState { get; } = new(nameof(ChangeState));

    public static Sql ChangeStream { get; } = new(nameof(ChangeStream));

    public static Sql Commit { get; } = new(nameof(Commit));

    public static Sql DocumentsOfStream { get; } = new(nameof(DocumentsOfStream));

    public static Sql DropDocuments { get; } = new(nameof(DropDocuments));

    public static Sql DropLookup { get; } = new(nameof(DropLookup));

    public static Sql FeedBounds { get; } = new(nameof(FeedBounds));

    public static Sql FindDocument { get; } = new(nameof(FindDocument));

    public static Sql FindDueBefore { get; } = new(nameof(FindDueBefore));

    public static Sql FindOwnedBy { get; } = new(nameof(FindOwnedBy));

    public static Sql FindStream { get; } = new(nameof(FindStream));

    public static Sql FindWithLookup { get; } = new(nameof(FindWithLookup));

    public static Sql JudgeAppend { get; } = new(nameof(JudgeAppend));

    public static Sql Load { get; } = new(nameof(Load));

    public static Sql LoadOpen { get; } = new(nameof(LoadOpen));

    public static Sql ReadFeed { get; } = new(nameof(ReadFeed));

    public static Sql ReadHistory { get; } = new(nameof(ReadHistory));

    public static Sql SavepointBegin { get; } = new(nameof(SavepointBegin));

    public static Sql SavepointRelease { get; } = new(nameof(SavepointRelease));

    public static Sql SavepointRollback { get; } = new(nameof(SavepointRollback));

    public static Sql ScrubEntry { get; } = new(nameof(ScrubEntry));

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<Sql> All => Known;

    public string Name { get; }

    public int Number { get; }

    public string Text { get; }

    /// <summary>The text of an embedded file.</summary>
    public static string ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
