namespace CommitmentLedger;

/// <summary>How a commitment fares at a moment. One of the four axes; computed and never stored.</summary>
public enum Health
{
    /// <summary>Nothing to worry about.</summary>
    OnTrack,

    /// <summary>The time left is short.</summary>
    AtRisk,

    /// <summary>The deadline has passed.</summary>
    Overdue,

    /// <summary>It can no longer be kept.</summary>
    Impossible,
}
