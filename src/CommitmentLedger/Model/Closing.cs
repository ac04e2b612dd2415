using NodaTime;

namespace CommitmentLedger;

/// <summary>How and when a commitment was closed.</summary>
/// <param name="At">When it was closed.</param>
/// <param name="By">The actor who recorded the closing.</param>
/// <param name="Reason">Why, or null where the closing explains itself.</param>
public sealed record Closing(Instant At, Actor By, Words? Reason)
{
    /// <summary>When it was done and the dates that this was held against, or null when it was not done.</summary>
    public ClosingDates? Dates { get; init; }
}
