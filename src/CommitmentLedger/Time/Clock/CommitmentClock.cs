using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// The clock of a commitment: what its entries say about when it started, paused, resumed, stopped and reopened. It knows no target
/// and no calendar; <see cref="Read"/> brings the three together. Immutable, and equal by value. Instants are when things occurred, in
/// whole microseconds; each transition gives the next clock, or a refusal when it is not legal.
/// </summary>
[JsonConverter(typeof(CommitmentClockConverter))]
public sealed partial record CommitmentClock
{
    /// <summary>The most pauses that a clock keeps.</summary>
    public const int MaxPauses = 10_000;

    private CommitmentClock()
    {
    }

    /// <summary>Before anything has started: epoch 1, cycle 1.</summary>
    public static CommitmentClock NotStarted { get; } = new();

    /// <summary>When it started; null before.</summary>
    public Instant? StartedAt { get; internal init; }

    /// <summary>When it stopped; null unless it is stopped.</summary>
    public Instant? StoppedAt { get; internal init; }

    /// <summary>When the target was last changed; null when it never was.</summary>
    public Instant? RetargetedAt { get; internal init; }

    /// <summary>Which computation of the due time this is, from 1. A threshold is crossed at most once in each epoch.</summary>
    public int Epoch { get; internal init; } = 1;

    /// <summary>How often it began anew, from 1.</summary>
    public int Cycle { get; internal init; } = 1;

    /// <summary>The pauses, in order and without overlap; the last one may have no end.</summary>
    public IReadOnlyList<PausedSpan> Pauses => PauseArray;

    /// <summary>Whether time counts.</summary>
    public ClockState State => this switch
    {
        { StartedAt: null } => ClockState.NotStarted,
        { StoppedAt: not null } => ClockState.Stopped,
        { OpenPause: not null } => ClockState.Paused,
        _ => ClockState.Running,
    };

    /// <summary>The pause that lasts; null when none does.</summary>
    public PausedSpan? OpenPause => PauseArray is [.., { To: null } open] ? open : null;

    internal ImmutableArray<PausedSpan> PauseArray { get; init; } = [];

    /// <summary>The latest instant that the clock knows; null before any.</summary>
    internal Instant? LatestAt =>
        Latest(Latest(StartedAt, StoppedAt), Latest(RetargetedAt, PauseArray is [.., var last] ? last.To ?? last.From : null));

    /// <inheritdoc/>
    public bool Equals(CommitmentClock? other) =>
        other is not null
        && (StartedAt, StoppedAt, RetargetedAt) == (other.StartedAt, other.StoppedAt, other.RetargetedAt)
        && (Epoch, Cycle) == (other.Epoch, other.Cycle)
        && PauseArray.AsSpan().SequenceEqual(other.PauseArray.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StartedAt, StoppedAt, RetargetedAt, Epoch, Cycle, PauseArray.Length);

    private static Instant? Latest(Instant? one, Instant? other) => one is null || other > one ? other : one;
}
