using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>One thing to know before this interaction, with the facts behind it: data first, and English sentences when they are read.</summary>
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

    /// <summary>The due time in words: <c>Due today 15:00</c>, with the zone where it is not the briefing's. Made when it is read.</summary>
    public string Urgency => BriefingSentences.Urgency(this);

    /// <summary>The headline: <c>Two teams promised: 4 adults; membership alone: 2 extra beds</c>. Made when it is read.</summary>
    public string Headline => BriefingSentences.Headline(this);

    /// <summary>The first thing to say of the commitment; null for a plain promise, and where the kind says it.</summary>
    public BriefingReason? Reason { get; internal init; }

    /// <summary>Whether nobody named a date for it, or for the answer to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUndated { get; internal init; }

    /// <summary>Whether a pause keeps its date open, so that its date says when to ask the customer again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDateOpen => Foremost is { IsPromised: true, DueTimes: null } && Date is not null;

    /// <summary>Since when a promise that nobody says is done is overdue, by the clock on the wall too; null when none is.</summary>
    public OffsetDateTime? OverdueSince =>
        HasPassed && !IsDateOpen && Foremost is { IsPromised: true, Conversation: not Conversation.Stated } ? Date!.ToTheMinute.Due : null;

    /// <summary>How many teams gave their word for which terms, the most teams first; empty where one team alone did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<SaidTerms> Said => Reason is null && About is [var promised] ? SaidTerms.Of(promised) : [];

    /// <summary>The preconditions that it waits for. Not in the JSON, which has a fact for each.</summary>
    [JsonIgnore]
    public ValueList<Precondition> Missing => About is [var one] ? [.. one.UnmetPreconditions] : [];

    /// <summary>What the history keeps of the promise that was broken or taken back; null for every other line.</summary>
    public BrokenPromise? Broken { get; internal init; }

    /// <summary>The commitments it is about.</summary>
    public required ValueList<CommitmentId> Commitments { get; init; }

    /// <summary>The same commitments as they stand, as far as they were read; a broken promise is closed and was not. Not in the JSON.</summary>
    [JsonIgnore]
    public ValueList<Commitment> About { get; internal init; }

    /// <summary>When they are due, by the wall clock that people speak of; those without a date, or that a pause keeps open, have none.</summary>
    public required ValueList<BriefingDate> Dates { get; init; }

    /// <summary>The facts: actors, times and words, each as a record of its kind.</summary>
    public required ValueList<BriefingFact> Facts { get; init; }

    /// <summary>How the line tells times.</summary>
    internal LineTimes Clock { get; init; } = LineTimes.Utc;

    /// <summary>The commitment whose date the line tells: of several the one that is due first. Null when none was read.</summary>
    internal Commitment? Foremost => About is [var one] ? one : About.MinBy(commitment => commitment.WatchedDue ?? Instant.MaxValue);

    /// <summary>The date of that commitment.</summary>
    internal BriefingDate? Date => Dates.FirstOrDefault(date => date.Commitment == Foremost?.Id);

    /// <summary>Whether that date has passed.</summary>
    internal bool HasPassed => Date is { } date && Clock.Now > Due && Clock.IsPast(date.Due);

    /// <summary>The line as a person reads it at a desk: the headline, then a fact a line.</summary>
    public override string ToString() => BriefingText.Of(this);
}
