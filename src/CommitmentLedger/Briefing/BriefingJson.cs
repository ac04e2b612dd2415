using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How a briefing looks as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(OffsetDateTimeConverter),
        typeof(ToldDateConverter),
        typeof(ZoneConverter),
        typeof(ValueListConverter<BriefingDate>),
        typeof(ValueListConverter<BriefingFact>),
        typeof(ValueListConverter<BriefingLine>),
        typeof(ValueListConverter<BrokenPromise>),
        typeof(ValueListConverter<CommitmentId>),
        typeof(ValueListConverter<CustomersStep>),
        typeof(ValueListConverter<OpenInteraction>),
        typeof(ValueListConverter<ProposedPart>),
        typeof(ValueListConverter<SaidTerms>),
        typeof(ValueListConverter<string>),
        typeof(ValueListConverter<TeamBriefing>),
        typeof(ValueListConverter<Term>),
        typeof(ValueListConverter<Words>),
    ])]
[JsonSerializable(typeof(Briefing))]
internal sealed partial class BriefingJson : JsonSerializerContext
{
    public static string Write(Briefing briefing) => JsonSerializer.Serialize(briefing, Default.Briefing);
}
