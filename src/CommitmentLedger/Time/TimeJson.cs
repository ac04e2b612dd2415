using System.Text.Json.Serialization;

namespace CommitmentLedger.Time;

/// <summary>How the documents of this folder are read and written: strictly, and without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(CalendarDocument))]
[JsonSerializable(typeof(ClockDocument))]
internal sealed partial class TimeJson : JsonSerializerContext;
