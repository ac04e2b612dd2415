namespace CommitmentLedger.Sqlite;

/// <summary>The statements, each from the file of its name.</summary>
internal static class Statements
{
    private static readonly List<Statement> Known = [];

    public static Statement AddCommand { get; } = Read(nameof(AddCommand));

    public static Statement AddDocuments { get; } = Read(nameof(AddDocuments));

    public static Statement AddEntry { get; } = Read(nameof(AddEntry));

    public static Statement AddLookup { get; } = Read(nameof(AddLookup));

    public static Statement AddStream { get; } = Read(nameof(AddStream));

    public static Statement Begin { get; } = Read(nameof(Begin));

    public static Statement ChangeDocument { get; } = Read(nameof(ChangeDocument));

    public static Statement ChangeState { get; } = Read(nameof(ChangeState));

    public static Statement ChangeStream { get; } = Read(nameof(ChangeStream));

    public static Statement Commit { get; } = Read(nameof(Commit));

    public static Statement FindDocument { get; } = Read(nameof(FindDocument));

    public static Statement FindDueBefore { get; } = Read(nameof(FindDueBefore));

    public static Statement FindOwnedBy { get; } = Read(nameof(FindOwnedBy));

    public static Statement FindStream { get; } = Read(nameof(FindStream));

    public static Statement FindWithLookup { get; } = Read(nameof(FindWithLookup));

    public static Statement JudgeAppend { get; } = Read(nameof(JudgeAppend));

    public static Statement Load { get; } = Read(nameof(Load));

    public static Statement LoadOpen { get; } = Read(nameof(LoadOpen));

    public static Statement ReadFeed { get; } = Read(nameof(ReadFeed));

    public static Statement ReadFeedEnd { get; } = Read(nameof(ReadFeedEnd));

    public static Statement ReadHistory { get; } = Read(nameof(ReadHistory));

    public static Statement ReadLookups { get; } = Read(nameof(ReadLookups));

    public static Statement RemoveDocuments { get; } = Read(nameof(RemoveDocuments));

    public static Statement RemoveLookup { get; } = Read(nameof(RemoveLookup));

    public static Statement ReplaceRecord { get; } = Read(nameof(ReplaceRecord));

    public static Statement SavepointBegin { get; } = Read(nameof(SavepointBegin));

    public static Statement SavepointRelease { get; } = Read(nameof(SavepointRelease));

    public static Statement SavepointRollback { get; } = Read(nameof(SavepointRollback));

    public static Statement Scrub { get; } = Read(nameof(Scrub));

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<Statement> All => Known;

    private static Statement Read(string operation)
    {
        var statement = new Statement(operation, Known.Count, EmbeddedText.Read($"Statements/{operation}.sql"));
        Known.Add(statement);
        return statement;
    }
}
