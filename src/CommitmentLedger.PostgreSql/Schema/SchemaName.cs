namespace CommitmentLedger.PostgreSql;

/// <summary>The name of the database schema: the only text that ever gets into a statement, hence checked here.</summary>
internal sealed record SchemaName
{
    private const int MaxLength = 50;

    public SchemaName(string name) => Name = Problem(name) is { } problem ? throw new ArgumentException(problem, nameof(name)) : name;

    public string Name { get; }

    public static string? Problem(string? name) =>
        name is { Length: >= 1 and <= MaxLength } && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            ? null
            : $"The schema's name is not 1 to {MaxLength} lower-case letters, digits and underscores, not beginning with a digit. Choose one that is.";

    /// <summary>Puts the schema into a statement.</summary>
    public string Into(string statement) => statement.Replace("{schema}", $"\"{Name}\"", StringComparison.Ordinal);

    public override string ToString() => Name;
}
