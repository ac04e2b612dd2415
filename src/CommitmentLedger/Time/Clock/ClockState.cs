using System.Text.Json.Serialization;

namespace CommitmentLedger.Time;

/// <summary>Whether time counts. One of the four axes of a commitment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockState>))]
public enum ClockState
{
    /// <summary>It has not begun.</summary>
    NotStarted,

    /// <summary>Time counts whenever the calendar is open.</summary>
    Running,

    /// <summary>Time does not count, for a stated reason. Not the same as a calendar that is closed.</summary>
    Paused,

    /// <summary>It is done or over.</summary>
    Stopped,
}
