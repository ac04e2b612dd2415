namespace CommitmentLedger.Commands;

/// <summary>Records what a customer asks for, before anybody says yes.</summary>
/// <param name="Commitment">The id of the commitment that may come of it; make it before the first try.</param>
/// <param name="Wish">The customer's words, and the terms as far as they are clear. More than one reading makes it ambiguous.</param>
public sealed record Request(CommitmentId Commitment, Promise Wish) : Command
{
    /// <summary>When we promise to answer, or null when the customer was not told. Whatever answers the request keeps that promise too.</summary>
    public AnswerBy? Answer { get; init; }

    /// <summary>
    /// The team that is to answer. Null, the default, means the team that heard the request. Whoever heard it is responsible, for the
    /// promise to answer too, until that team accepts the handoff that it is offered.
    /// </summary>
    public Team? AnsweredBy { get; init; }

    internal override ValueList<CommitmentId> Touches => Answer is null ? [Commitment] : [Commitment, Answer.Commitment];

    internal override int ReferencesNeeded => Answer is null ? 1 : 2;

    private protected override Decision Decide(CustomerRecord record, Circumstances at)
    {
        if (Wish.Problem() is { } problem) return problem;
        if (Touches.Distinct().Count() != Touches.Count || Touches.Any(id => record.Find(id) is not null)) return Refusals.CommitmentExists;
        if (record.IsFull) return Refusals.TooManyOpen;
        if (Answer?.Deadline.Due <= at.OccurredAt)
            return new Refusal("due_in_past", "The answer is due before the request. Correct the deadline of the answer.");

        var requested = new Requested(Commitment, at.References[0], Wish, at.By.Team);
        IEnumerable<LedgerEvent> asked = HandOver(Commitment, at, Answer?.Deadline, Wish.PromisedDue, Wish.RequestedBy);
        if (Answer is null) return [requested, .. asked];
        return Timing.TryCompute(CommitmentClock.NotStarted.Start(at.OccurredAt).Value, Answer.Deadline, reassessed: null, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : [requested, Promised.ToAnswer(requested, Answer, at.References[1], dueTimes), .. asked, .. HandOver(Answer.Commitment, at, Answer.Deadline)];
    }

    private IEnumerable<LedgerEvent> HandOver(CommitmentId commitment, Circumstances at, params ReadOnlySpan<Deadline?> dates) =>
        HandoffOffered.ToTeam(commitment, AnsweredBy ?? at.By.Team, at, words: null, dates);
}
