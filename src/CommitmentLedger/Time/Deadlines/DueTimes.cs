using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The instants that a commitment is watched by, as they follow from its deadline and its clock.</summary>
/// <param name="AtRiskFrom">From when the time left is short: 80 percent of the open time are over.</param>
/// <param name="Due">The last instant that is on time, as computed last; health follows it.</param>
/// <param name="Told">
/// The last instant that is on time by the date that the customer was told; whether the promise is kept follows it. The same as
/// <paramref name="Due"/> unless the words were reassessed.
/// </param>
public sealed record DueTimes(Instant AtRiskFrom, Instant Due, Instant Told)
{
    /// <summary>
    /// The date of words that we put in the place of agreed ones without the customer's consent, where the customer's pauses have moved it
    /// since. Nothing is judged by it. Null when there are no such words, or no pause has moved their date.
    /// </summary>
    public Instant? Imposed { get; init; }

    private static readonly Threshold AtRisk = Threshold.Percent(80);

    /// <summary>How a commitment fares at a moment.</summary>
    public Health HealthAt(Instant now) => now > Due ? Health.Overdue : now >= AtRiskFrom ? Health.AtRisk : Health.OnTrack;

    /// <summary>The instants on a clock, null while a pause keeps the due time open, or why they cannot be computed.</summary>
    internal static TimeRefusal? TryCompute(CommitmentClock clock, Deadline deadline, WorkingCalendar calendar, Instant now, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (!clock.Read(deadline, calendar, now).TryGet(out ClockReading? reading, out TimeRefusal? refusal)) return refusal;
        if (reading.Due is not { } due) return null;
        if (!clock.CrossingOf(AtRisk, deadline, calendar, now).TryGet(out Instant atRisk, out refusal)) return refusal;
        dueTimes = new DueTimes(atRisk, due, due);
        return null;
    }
}
