namespace CommitmentLedger;

/// <summary>Computes the instants that a commitment is watched by, from its clock, its deadline and the calendars of the ledger.</summary>
internal static class Timing
{
    /// <summary>
    /// Gives the due times as of now: null for words without a deadline, and while a pause keeps a counted deadline open.
    /// </summary>
    /// <returns>Why they cannot be computed, or null when they can.</returns>
    public static Refusal? TryCompute(CommitmentClock clock, Deadline? deadline, Circumstances at, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (deadline is null || (deadline.MovesWithPauses && clock.State == ClockState.Paused)) return null;
        if (at.Calendars.Find(deadline) is not { } calendar)
        {
            return new Refusal("calendar_unknown", "The deadline counts by a calendar that the ledger was not given. Add that version to LedgerOptions.Calendars.")
            {
                Details = [deadline.Calendar!.ToString()],
            };
        }

        CommitmentClock running = clock.State == ClockState.Paused ? clock.Resume(at.OccurredAt).Value : clock;
        return DueTimes.Of(running, deadline, calendar, at.OccurredAt).TryGet(out dueTimes, out TimeRefusal? refusal)
            ? null
            : new Refusal(refusal.Code, refusal.Message);
    }

    /// <summary>The same for words that are given now, whose clock starts with them.</summary>
    public static Refusal? TryCompute(Promise promise, Circumstances at, out DueTimes? dueTimes) =>
        TryCompute(CommitmentClock.NotStarted.Start(at.OccurredAt).Value, promise.PromisedDue, at, out dueTimes);
}
