using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The first thing to say of a commitment in a briefing, before what was promised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BriefingReason>))]
public enum BriefingReason
{
    /// <summary>The customer asked and has no answer yet.</summary>
    Asked,

    /// <summary>The customer wants it differently and has no answer yet.</summary>
    Countered,

    /// <summary>We offered and the customer has not said yes.</summary>
    Offered,

    /// <summary>We say it is done and the customer has not agreed yet.</summary>
    Stated,

    /// <summary>The customer says it was not done.</summary>
    Disputed,

    /// <summary>The customer says we promised, and nobody logged it.</summary>
    Claimed,

    /// <summary>Some of what it needs is there and some is missing.</summary>
    HalfActivated,
}
