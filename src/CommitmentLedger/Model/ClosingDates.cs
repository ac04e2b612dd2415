using NodaTime;

namespace CommitmentLedger;

/// <summary>When it was done, and the dates that this is held against.</summary>
/// <param name="DoneAt">When it was done.</param>
/// <param name="FirstDue">The last instant that was on time by the words first given, or null when they had no date.</param>
/// <param name="LastDue">The last instant that was on time by the date that the customer last agreed to, or null when there was none.</param>
public sealed record ClosingDates(Instant DoneAt, Instant? FirstDue, Instant? LastDue)
{
    /// <summary>From done to the first date: positive is time in hand, negative is late. Absolute time; null without a date.</summary>
    public Duration? FirstMargin => FirstDue - DoneAt;

    /// <summary>From done to the last date that was agreed: positive is time in hand, negative is late. Absolute time; null without a date.</summary>
    public Duration? LastMargin => LastDue - DoneAt;
}
