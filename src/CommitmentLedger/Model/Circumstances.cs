using NodaTime;

namespace CommitmentLedger;

/// <summary>The facts beside the customer's record on which a command is decided: everything that a rule may not fetch for itself.</summary>
/// <param name="Now">The time of recording, in whole microseconds.</param>
/// <param name="OccurredAt">When what the command reports happened; the same as now unless the command says otherwise, or the record holds something a little later.</param>
/// <param name="By">The actor.</param>
/// <param name="Calendars">The working calendars that deadlines count by.</param>
/// <param name="References">Fresh references, as many as the command asked for.</param>
/// <param name="Zone">The zone whose days count where a promise names no zone of its own.</param>
internal sealed record Circumstances(
    Instant Now, Instant OccurredAt, Actor By, Calendars Calendars, ValueList<PromiseReference> References, DateTimeZone Zone)
{
    /// <summary>Computes the instants by which words are watched that are given now: their clock starts with them.</summary>
    /// <param name="promise">The words.</param>
    /// <param name="dueTimes">The instants; null for words without a deadline, and while the customer's pause keeps a counted deadline open.</param>
    /// <returns>Why they cannot be computed, or null when they can.</returns>
    public Refusal? TryComputeDueTimes(Promise promise, out DueTimes? dueTimes) =>
        TryComputeDueTimes(CommitmentClock.NotStarted.Start(OccurredAt).Value, promise.PromisedDue, reassessed: null, out dueTimes);

    /// <summary>The same for what a commitment is held to, on another clock than its own.</summary>
    public Refusal? TryComputeDueTimes(Commitment commitment, CommitmentClock clock, out DueTimes? dueTimes)
    {
        if (TryComputeDueTimes(clock, commitment.Held.PromisedDue, commitment.ReassessedDue, out dueTimes) is { } untimely) return untimely;
        if (dueTimes is null || commitment is not { AgreedPromise: not null, Promise.PromisedDue: { MovesWithPauses: true } imposed }) return null;
        if (TryComputeDueTimes(clock, imposed, out DueTimes? moved) is { } no) return no;
        dueTimes = dueTimes with { Imposed = moved?.Due };
        return null;
    }

    /// <summary>The same for a deadline that the customer was told and, where it was computed anew since, for what that found.</summary>
    public Refusal? TryComputeDueTimes(CommitmentClock clock, Deadline? told, Deadline? reassessed, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (told is null) return null;
        if (TryComputeDueTimes(clock, reassessed ?? told, out dueTimes) is { } untimely) return untimely;

        // A wall-clock time is told as such, so what the zone makes of it now is what was told; a counted date was told as it was counted.
        if (reassessed is null || told.LocalDue is not null) return null;
        if (TryComputeDueTimes(clock, told, out DueTimes? asTold) is { } no) return no;
        dueTimes = asTold is null ? null : (dueTimes ?? asTold) with { Told = asTold.Due };
        return null;
    }

    private Refusal? TryComputeDueTimes(CommitmentClock clock, Deadline deadline, out DueTimes? dueTimes)
    {
        dueTimes = null;
        if (Calendars.Find(deadline) is not { } calendar)
        {
            return new Refusal("calendar_unknown", "The deadline counts by a calendar that the ledger was not given. Add that version to LedgerOptions.Calendars.")
            {
                Details = [deadline.Calendar!.ToString()],
            };
        }

        return DueTimes.TryCompute(clock, deadline, calendar, OccurredAt, out dueTimes) is { } refusal ? new Refusal(refusal.Code, refusal.Message) : null;
    }
}
