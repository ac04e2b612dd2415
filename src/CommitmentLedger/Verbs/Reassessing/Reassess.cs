namespace CommitmentLedger.Commands;

/// <summary>Computes the same words anew, because a calendar or the rules of a zone changed. What was said stays as it is.</summary>
/// <remarks>
/// The latest version of the calendar that the ledger was given counts, and the zone rules of today. Nothing does this by itself. Health
/// follows what is found; whether the promise is kept goes on following the date that the customer was told. Any other date is renegotiated.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">The reason for computing it again.</param>
public sealed record Reassess(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Reassess;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (commitment.DueTimes?.Due <= at.OccurredAt)
            return new Refusal("due_has_passed", "The deadline has passed, and what has passed is never computed anew. Renegotiate if another date is agreed.");
        Deadline told = commitment.Held.PromisedDue!;
        if (!at.Calendars.Resolve(told).TryGet(out Deadline? anew, out TimeRefusal? refusal)) return new Refusal(refusal.Code, refusal.Message);
        if (at.TryComputeDueTimes(commitment.Clock.Retarget(at.OccurredAt).Value, told, anew, out DueTimes? dueTimes) is { } untimely) return untimely;
        Deadline stands = commitment.ReassessedDue ?? told;
        return (anew.Opens, anew.Due, dueTimes) == (stands.Opens, stands.Due, commitment.DueTimes)
            ? new Refusal("nothing_changes", "The same words give the date that stands. Nothing needs to be recorded.")
            : [new Reassessed(Commitment, anew, Reason) { DueTimes = dueTimes }, .. HandoffOffered.Sooner(commitment, at, dueTimes is { } times ? anew.MovedTo(times.Due) : null)];
    }
}
