using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// Why a deadline is when it is: every stretch of time between its start and its due instant, counted or skipped and why, and the
/// versions that were used. As data here; <see cref="ToString"/> gives it as text for people.
/// </summary>
public sealed record Explanation
{
    /// <summary>The most stretches of time that an explanation lists.</summary>
    public const int MaxSpans = 10_000;

    /// <summary>The deadline in question.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The instant that is explained; with pauses it may differ from the deadline's own.</summary>
    public required Instant Due { get; init; }

    /// <summary>The stretches of time in order, without gaps. Empty for a date that was said, where nothing was counted.</summary>
    public required IReadOnlyList<ExplainedSpan> Spans { get; init; }

    /// <summary>The calendar and its version; null when none was used.</summary>
    public CalendarVersion? Calendar { get; init; }

    /// <summary>The zone in which the calendar's wall clock runs, or the deadline's own when no calendar was used.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The version of the zone rules that the due instant follows from.</summary>
    public required string TzdbVersion { get; init; }

    /// <summary>
    /// The version of the zone rules by which the stretches are told: the calendar's. Where it differs from <see cref="TzdbVersion"/>, they
    /// need not add up to what was promised. Null when nothing was counted.
    /// </summary>
    public string? SpansTzdbVersion { get; init; }

    /// <summary>Whether the list ends early because it would be longer than <see cref="MaxSpans"/>.</summary>
    public bool IsCut { get; init; }

    /// <summary>The open time that counted.</summary>
    public Duration Counted => Spans.Where(span => span.Use == SpanUse.Counted).Aggregate(Duration.Zero, (sum, span) => sum + span.Length);

    /// <summary>The explanation as lines of text, in the zone of the calendar.</summary>
    public override string ToString() => ExplanationText.Print(this);
}
