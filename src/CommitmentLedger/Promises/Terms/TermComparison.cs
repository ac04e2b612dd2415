using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How what was delivered must compare with what was promised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermComparison>))]
public enum TermComparison
{
    /// <summary>The same value. Text is compared without regard to case.</summary>
    Exactly,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>The number or less.</summary>
    AtMost,
}
