using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How much hangs on a commitment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Stakes>))]
public enum Stakes
{
    /// <summary>The customer alone, who was promised once.</summary>
    Ordinary,

    /// <summary>Others rely on it, the customer acted on it, or we confirmed when asked again.</summary>
    Raised,

    /// <summary>Both.</summary>
    High,
}
