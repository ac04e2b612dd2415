namespace CommitmentLedger.PostgreSql;

/// <summary>The statements of one schema, each from the file of its name.</summary>
internal sealed class Statements(SchemaName schema)
{
    public SchemaName Schema => schema;

    public string AddDocuments { get; } = Read(schema, nameof(AddDocuments));

    public string Append { get; } = Read(schema, nameof(Append));

    public string Begin { get; } = Read(schema, nameof(Begin));

    public string BeginImport { get; } = Read(schema, nameof(BeginImport));

    public string Commit { get; } = Read(schema, nameof(Commit));

    public string Examine { get; } = Read(schema, nameof(Examine));

    public string FindDueBefore { get; } = Read(schema, nameof(FindDueBefore));

    public string FindOwnedBy { get; } = Read(schema, nameof(FindOwnedBy));

    public string FindWithLookup { get; } = Read(schema, nameof(FindWithLookup));

    public string HasEntry { get; } = Read(schema, nameof(HasEntry));

    public string IdentifyDatabase { get; } = Read(schema, nameof(IdentifyDatabase));

    public string ImportDocuments { get; } = Read(schema, nameof(ImportDocuments));

    public string ImportEntries { get; } = Read(schema, nameof(ImportEntries));

    public string ImportStreams { get; } = Read(schema, nameof(ImportStreams));

    public string Load { get; } = Read(schema, nameof(Load));

    public string LoadOpen { get; } = Read(schema, nameof(LoadOpen));

    public string ReadFeed { get; } = Read(schema, nameof(ReadFeed));

    public string ReadHistory { get; } = Read(schema, nameof(ReadHistory));

    public string ReadHorizon { get; } = Read(schema, nameof(ReadHorizon));

    public string ReadState { get; } = Read(schema, nameof(ReadState));

    public string RemoveDocuments { get; } = Read(schema, nameof(RemoveDocuments));

    public string ReplaceRecord { get; } = Read(schema, nameof(ReplaceRecord));

    public string Scrub { get; } = Read(schema, nameof(Scrub));

    private static string Read(SchemaName schema, string operation) => schema.Into(EmbeddedText.Read($"Statements/{operation}.sql"));
}
