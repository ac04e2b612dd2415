namespace CommitmentLedger;

/// <summary>Whether time counts. One of the four axes of a commitment.</summary>
public enum ClockState
{
    /// <summary>Nothing was promised yet.</summary>
    NotStarted,

    /// <summary>Time counts.</summary>
    Running,

    /// <summary>Time does not count, for a stated reason.</summary>
    Paused,

    /// <summary>It is done or over.</summary>
    Stopped,
}
