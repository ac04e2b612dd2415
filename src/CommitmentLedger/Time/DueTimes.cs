using NodaTime;

namespace CommitmentLedger;

/// <summary>The instants that a commitment is watched by, as they follow from its deadline and its clock.</summary>
/// <param name="AtRiskFrom">From when the time left is short: 80 percent of the open time are over.</param>
/// <param name="Due">The last instant that is on time.</param>
public sealed record DueTimes(Instant AtRiskFrom, Instant Due)
{
    private static readonly Threshold AtRisk = Threshold.Percent(80);

    /// <summary>How a commitment fares at a moment.</summary>
    public Health HealthAt(Instant now) => now > Due ? Health.Overdue : now >= AtRiskFrom ? Health.AtRisk : Health.OnTrack;

    /// <summary>The instants for a running clock, or why there are none.</summary>
    internal static TimeResult<DueTimes> Of(CommitmentClock clock, Deadline deadline, WorkingCalendar calendar, Instant now)
    {
        if (!clock.Read(deadline, calendar, now).TryGet(out ClockReading? reading, out TimeRefusal? refusal)) return refusal;
        Instant due = reading.Due ?? deadline.Due;
        return clock.CrossingOf(AtRisk, deadline, calendar, now).TryGet(out Instant atRisk, out refusal) ? new DueTimes(atRisk, due) : refusal;
    }
}
