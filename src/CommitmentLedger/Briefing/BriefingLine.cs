using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>One thing to know before this interaction, with the facts behind it.</summary>
public sealed record BriefingLine
{
    internal BriefingLine()
    {
    }

    /// <summary>The subject.</summary>
    public required BriefingLineKind Kind { get; init; }

    /// <summary>How the commitment fares now.</summary>
    public required Health Health { get; init; }

    /// <summary>How much hangs on it.</summary>
    public required Stakes Stakes { get; init; }

    /// <summary>When it is due, or null.</summary>
    public required Instant? Due { get; init; }

    /// <summary>The due time in words: <c>Due today 15:00</c>, with the zone where it is not the briefing's.</summary>
    public required string Urgency { get; init; }

    /// <summary>The headline: <c>Two teams promised: 4 adults; membership alone: 2 extra beds</c>.</summary>
    public required string Headline { get; init; }

    /// <summary>The commitments it is about.</summary>
    public required ValueList<CommitmentId> Commitments { get; init; }

    /// <summary>The same commitments as they stand, as far as they were read; a broken promise is closed and was not. Not in the JSON.</summary>
    [JsonIgnore]
    public ValueList<Commitment> About { get; internal init; }

    /// <summary>When they are due, by the wall clock that people speak of; those without a date, or that a pause keeps open, have none.</summary>
    public required ValueList<BriefingDate> Dates { get; init; }

    /// <summary>The facts: actors, times and words.</summary>
    public required ValueList<BriefingFact> Facts { get; init; }

    /// <summary>The line as a person reads it at a desk: the headline, then a fact a line.</summary>
    public override string ToString() => BriefingText.Of(this);
}
