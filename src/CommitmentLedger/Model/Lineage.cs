using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Which commitment another came from.</summary>
/// <param name="Kind">How it came from it.</param>
/// <param name="From">The commitment that it came from.</param>
public sealed record Lineage(LineageKind Kind, CommitmentId From);

/// <summary>How a commitment came from another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineageKind>))]
public enum LineageKind
{
    /// <summary>It promises the answer to a request.</summary>
    AnswerTo,

    /// <summary>It is one of the parts that a commitment was split into.</summary>
    PartOf,

    /// <summary>It is what was missing when a commitment was kept in part.</summary>
    RemainderOf,

    /// <summary>It is an entitlement that would have lapsed, with a new validity.</summary>
    CarriedForwardFrom,
}
