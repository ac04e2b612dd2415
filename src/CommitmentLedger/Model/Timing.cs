namespace CommitmentLedger;

/// <summary>Computes the instants that a commitment is watched by, from its clock, its deadline and the calendars of the ledger.</summary>
internal static class Timing
{
    /// <summary>
    /// Gives the due times of what a commitment is held to, on another clock: null for words without a deadline, and while the
    /// customer's pause keeps a counted deadline open.
    /// </summary>
    /// <returns>Why they cannot be computed, or null when they can.</returns>
    public static Refusal? TryCompute(Commitment commitment, CommitmentClock clock, Circumstances at, out DueTimes? dueTimes) =>
        TryCompute(clock, commitment.Held.PromisedDue, commitment.ReassessedDue, at, out dueTimes);

    /// <summary>The same for words that are given now, whose clock starts with them.</summary>
    public static Refusal? TryCompute(Promise promise, Circumstances at, out DueTimes? dueTimes) =>
        TryCompute(CommitmentClock.NotStarted.Start(at.OccurredAt).Value, promise.PromisedDue, reassessed: null, at, out dueTimes);

    /// <summary>The same for a deadline that the customer was told and, where it was computed anew since, for what that found.</summary>
    public static Refusal? TryCompute(CommitmentClock clock, Deadline? told, Deadline? reassessed, Circumstances at, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (told is null) return null;
        if (TryCompute(clock, reassessed ?? told, at, out dueTimes) is { } untimely) return untimely;

        // A wall-clock time is told as such, so what the zone makes of it now is what was told; a counted date was told as it was counted.
        if (reassessed is null || told.LocalDue is not null) return null;
        if (TryCompute(clock, told, at, out DueTimes? asTold) is { } no) return no;
        dueTimes = asTold is null ? null : (dueTimes ?? asTold) with { Told = asTold.Due };
        return null;
    }

    private static Refusal? TryCompute(CommitmentClock clock, Deadline deadline, Circumstances at, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (at.Calendars.Find(deadline) is not { } calendar)
        {
            return new Refusal("calendar_unknown", "The deadline counts by a calendar that the ledger was not given. Add that version to LedgerOptions.Calendars.")
            {
                Details = [deadline.Calendar!.ToString()],
            };
        }

        return DueTimes.TryCompute(clock, deadline, calendar, at.OccurredAt, out dueTimes) is { } refusal ? new Refusal(refusal.Code, refusal.Message) : null;
    }
}
