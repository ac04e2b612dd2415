using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>The clock of a commitment.</summary>
public sealed record CommitmentClock
{
    [JsonConstructor]
    internal CommitmentClock(ClockState state, Instant? startedAt, Instant? stoppedAt) =>
        (State, StartedAt, StoppedAt) = (state, startedAt, stoppedAt);

    /// <summary>Before anything was promised.</summary>
    public static CommitmentClock NotStarted { get; } = new(ClockState.NotStarted, null, null);

    /// <summary>Whether time counts.</summary>
    public ClockState State { get; }

    /// <summary>When it started.</summary>
    public Instant? StartedAt { get; }

    /// <summary>When it stopped.</summary>
    public Instant? StoppedAt { get; }

    internal CommitmentClock Start(Instant at) => new(ClockState.Running, StartedAt ?? at, null);

    internal CommitmentClock Stop(Instant at) => State == ClockState.Stopped ? this : new(ClockState.Stopped, StartedAt, at);

    internal CommitmentClock Reopen(Instant at) => new(ClockState.Running, StartedAt ?? at, null);

    internal CommitmentClock Pause(Instant at, Party on, Words? reason) => on == Party.Us && reason is null ? this : new(ClockState.Paused, StartedAt ?? at, null);

    internal CommitmentClock Resume(Instant at) => new(ClockState.Running, StartedAt ?? at, null);

    internal Health HealthAt(Deadline? due, Instant now) => due is not null && State == ClockState.Running && now > due.Due ? Health.Overdue : Health.OnTrack;
}
