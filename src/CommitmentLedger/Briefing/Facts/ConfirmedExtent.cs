using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How much of the words that stand a confirmation covers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfirmedExtent>))]
public enum ConfirmedExtent
{
    /// <summary>All of them.</summary>
    Whole,

    /// <summary>The confirmed terms and nothing else; without any, the words alone.</summary>
    Part,

    /// <summary>None: it was given for words that stood before.</summary>
    Outdated,
}
