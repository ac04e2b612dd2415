using System.Collections.Immutable;
using NodaTime;

namespace CommitmentLedger.Time;

/// <content>
/// The transitions. Refusal codes in order of precedence: the state that does not allow it, <c>out_of_order</c>, <c>too_many_pauses</c>.
/// </content>
public sealed partial record CommitmentClock
{
    private const string StoppedReason = "stopped";

    /// <summary>Starts it; a pause that began before goes on. Refused with <c>already_started</c>.</summary>
    public TimeResult<CommitmentClock> Start(Instant at)
    {
        if (StartedAt is not null) return Refuse("already_started", "The clock has started. Reopen it if it was stopped.");
        return InOrder(at) ?? this with { StartedAt = Microseconds.Truncate(at) };
    }

    /// <summary>
    /// Pauses it, also before it starts. While paused, another reason or side takes over from here on; the same one is refused with
    /// <c>already_paused</c>, and a stopped clock with <c>stopped</c>.
    /// </summary>
    /// <param name="at">When it occurred.</param>
    /// <param name="reason">Why, 1 to 100 characters.</param>
    /// <param name="on">The party whose time it is from here on.</param>
    /// <exception cref="ArgumentException">The reason is not usable, or nobody is named.</exception>
    public TimeResult<CommitmentClock> Pause(Instant at, string reason, Party on)
    {
        if (on == Party.Nobody)
            throw new ArgumentException("Say whose time it is: ours, the customer's or a supplier's.", nameof(on));
        var pause = new PausedSpan(at, null, reason, on);
        if (StoppedAt is not null) return IsStopped;
        if (OpenPause is { } open && (open.Reason, open.On) == (reason, on))
            return Refuse("already_paused", "The clock is paused for this reason. Resume it first, or give another reason.");
        if (PauseArray.Length == MaxPauses)
            return Refuse("too_many_pauses", $"The clock keeps at most {MaxPauses} pauses. Stop this commitment and begin another.");
        return InOrder(at) ?? this with { PauseArray = Closed(at).Add(pause) };
    }

    /// <summary>Resumes it. Refused with <c>stopped</c> or <c>not_paused</c>.</summary>
    public TimeResult<CommitmentClock> Resume(Instant at)
    {
        if (StoppedAt is not null) return IsStopped;
        if (OpenPause is null) return Refuse("not_paused", "The clock is not paused, so there is nothing to resume.");
        return InOrder(at) ?? this with { PauseArray = Closed(at) };
    }

    /// <summary>Stops it, and ends the pause that lasts. Refused with <c>not_started</c> or <c>stopped</c>.</summary>
    public TimeResult<CommitmentClock> Stop(Instant at)
    {
        if (StartedAt is null) return Refuse("not_started", "The clock has not started. Start it first.");
        if (StoppedAt is not null) return IsStopped;
        return InOrder(at) ?? this with { StoppedAt = Microseconds.Truncate(at), PauseArray = Closed(at) };
    }

    /// <summary>
    /// Takes the old clock up again; the time since it was stopped counts for nobody. With a new cycle it starts at zero instead, in a
    /// new epoch. Refused with <c>not_stopped</c>.
    /// </summary>
    /// <param name="at">When it occurred.</param>
    /// <param name="newCycle">Whether to begin anew. The default is false.</param>
    public TimeResult<CommitmentClock> Reopen(Instant at, bool newCycle = false)
    {
        if (StoppedAt is not { } stopped) return Refuse("not_stopped", "The clock is not stopped, so there is nothing to reopen.");
        if (InOrder(at) is { } refusal) return refusal;
        if (newCycle) return new CommitmentClock { StartedAt = Microseconds.Truncate(at), Epoch = Epoch + 1, Cycle = Cycle + 1 };
        if (PauseArray.Length == MaxPauses)
            return Refuse("too_many_pauses", $"The clock keeps at most {MaxPauses} pauses. Reopen it as a new cycle.");
        return this with { StoppedAt = null, PauseArray = PauseArray.Add(new PausedSpan(stopped, at, StoppedReason, Party.Nobody)) };
    }

    /// <summary>
    /// Notes that the target, its calendar or the zone rules changed: the due time is computed again from the original start with all
    /// pauses, in a new epoch. Where it then lies in the past, being overdue counts from here. Refused with <c>stopped</c>.
    /// </summary>
    public TimeResult<CommitmentClock> Retarget(Instant at)
    {
        if (StoppedAt is not null) return IsStopped;
        return InOrder(at) ?? this with { RetargetedAt = Microseconds.Truncate(at), Epoch = Epoch + 1 };
    }

    private static TimeRefusal IsStopped { get; } = Refuse("stopped", "The clock is stopped. Reopen it first.");

    private TimeResult<CommitmentClock>? InOrder(Instant at)
    {
        if (LatestAt is null || at >= LatestAt) return null;
        return Refuse(
            "out_of_order",
            "This occurred before something that the clock already counts. Give the instant at which it takes effect.");
    }

    private ImmutableArray<PausedSpan> Closed(Instant at) =>
        OpenPause is { } open ? PauseArray.SetItem(PauseArray.Length - 1, open.EndedAt(at)) : PauseArray;

    private static TimeRefusal Refuse(string code, string message) => new(code, "clock", message);
}
