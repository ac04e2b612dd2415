using System.Text.Json.Serialization;

namespace CommitmentLedger.Serialization;

/// <summary>How entries and commands look as JSON. What is at its default is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(ValueListConverter<Choice>),
        typeof(ValueListConverter<CommitmentId>),
        typeof(ValueListConverter<LookupKey>),
        typeof(ValueListConverter<Option>),
        typeof(ValueListConverter<Part>),
        typeof(ValueListConverter<Precondition>),
        typeof(ValueListConverter<string>),
        typeof(ValueListConverter<Term>),
        typeof(ValueListConverter<TermOutcome>),
        typeof(ValueListConverter<Words>),
    ])]
[JsonSerializable(typeof(EntryBody))]
[JsonSerializable(typeof(CommandContent))]
[JsonSerializable(typeof(SentCommand))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>The content of an entry's body, beside its columns.</summary>
internal sealed record EntryBody
{
    public required CustomerId Customer { get; init; }

    public required Actor By { get; init; }

    public required LedgerEvent Event { get; init; }
}

/// <summary>The content by which two commands are the same: actor and request. Not the id, not the time of arrival.</summary>
internal sealed record CommandContent(CustomerId Customer, Actor By, Command Command);

/// <summary>An addressed command with its id, which is no part of its content.</summary>
internal sealed record SentCommand
{
    public required TenantId Tenant { get; init; }

    public required CustomerId Customer { get; init; }

    public required Actor By { get; init; }

    public required CommandId Id { get; init; }

    public required Command Command { get; init; }
}
