namespace CommitmentLedger.PostgreSql;

/// <summary>The statements of one schema, each from the file of its name.</summary>
internal sealed class Statements(SchemaName schema)
{
    public SchemaName Schema => schema;

    public string Load { get; } = Read(schema, nameof(Load));

    public string LoadOpen { get; } = Read(schema, nameof(LoadOpen));

    public string Append { get; } = Read(schema, nameof(Append));

    public string ReadHistory { get; } = Read(schema, nameof(ReadHistory));

    public string ReadFeed { get; } = Read(schema, nameof(ReadFeed));

    public string HasEntry { get; } = Read(schema, nameof(HasEntry));

    public string ReadHorizon { get; } = Read(schema, nameof(ReadHorizon));

    public string FindDueBefore { get; } = Read(schema, nameof(FindDueBefore));

    public string FindOwnedBy { get; } = Read(schema, nameof(FindOwnedBy));

    public string FindWithLookup { get; } = Read(schema, nameof(FindWithLookup));

    public string ReadState { get; } = Read(schema, nameof(ReadState));

    public string ReplaceRecord { get; } = Read(schema, nameof(ReplaceRecord));

    public string RemoveCommitments { get; } = Read(schema, nameof(RemoveCommitments));

    public string AddCommitments { get; } = Read(schema, nameof(AddCommitments));

    public string Scrub { get; } = Read(schema, nameof(Scrub));

    public string BeginImport { get; } = Read(schema, nameof(BeginImport));

    public string ImportHeads { get; } = Read(schema, nameof(ImportHeads));

    public string ImportEntries { get; } = Read(schema, nameof(ImportEntries));

    public string ImportCommitments { get; } = Read(schema, nameof(ImportCommitments));

    public string Examine { get; } = Read(schema, nameof(Examine));

    private static string Read(SchemaName schema, string operation) => schema.Into(EmbeddedText.Read($"Sql/{operation}.sql"));
}
