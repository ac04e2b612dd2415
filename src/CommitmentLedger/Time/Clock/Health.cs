using System.Text.Json.Serialization;

namespace CommitmentLedger.Time;

/// <summary>How a commitment fares at a moment. One of the four axes; computed and never stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Health>))]
public enum Health
{
    /// <summary>Nothing to worry about.</summary>
    OnTrack,

    /// <summary>The open time left is short.</summary>
    AtRisk,

    /// <summary>The due instant has passed.</summary>
    Overdue,

    /// <summary>It can no longer be kept.</summary>
    Impossible,
}
