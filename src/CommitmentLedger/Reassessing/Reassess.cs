namespace CommitmentLedger;

/// <summary>Puts a deadline that was computed anew in the place of the one that was promised, because a calendar or the rules of a zone changed.</summary>
/// <remarks>Nothing does this by itself: what was promised stays as it was computed until somebody reassesses it. What was said stays as it is.</remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Deadline">The same words, resolved anew.</param>
/// <param name="Reason">What changed.</param>
public sealed record Reassess(CommitmentId Commitment, Deadline Deadline, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Reassess", "a promise with a deadline that is not stated as done",
        commitment => commitment is { Stands: true, Promise.PromisedDue: not null, Conversation: not Conversation.Stated }, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (commitment.Promise.PromisedDue!.Due <= at.OccurredAt)
            return new Refusal("due_has_passed", "The deadline has passed, and what has passed is never computed anew. Renegotiate if another date is agreed.");
        if (Deadline == commitment.Promise.PromisedDue)
            return new Refusal("nothing_changes", "The deadline is the one that stands. Nothing needs to be recorded.");
        return Timing.TryCompute(commitment.Clock.Retarget(at.OccurredAt).Value, Deadline, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : new Reassessed(Commitment, Deadline, Reason) { DueTimes = dueTimes };
    }
}
