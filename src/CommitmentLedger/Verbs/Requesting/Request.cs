namespace CommitmentLedger.Commands;

/// <summary>Records what a customer asks for, before anybody says yes.</summary>
/// <param name="Commitment">The id of the commitment that may come of it; make it before the first try.</param>
/// <param name="Wish">The customer's words, and the terms as far as they are clear. More than one reading makes it ambiguous.</param>
public sealed record Request(CommitmentId Commitment, Promise Wish) : Command(CommandId.For(Commitment, "request"))
{
    internal override Verb Verb => Verbs.Request;

    /// <summary>When we promise to answer, or null when the customer was not told. Whatever answers the request keeps that promise too.</summary>
    public AnswerBy? Answer { get; init; }

    /// <summary>
    /// The team that is to answer. Null, the default, means the team that heard the request. Whoever heard it is responsible, for the
    /// promise to answer too, until that team accepts the handoff that it is offered.
    /// </summary>
    public Team? AnsweredBy { get; init; }

    internal override ValueList<CommitmentId> Touches => Answer is null ? [Commitment] : [Commitment, Answer.Commitment];

    internal override int ReferencesNeeded => Answer is null ? 1 : 2;

    internal override Decision Decide(CustomerRecord record, Circumstances at)
    {
        var wish = new Draft(Commitment, at.References[0], Wish, at.By.Team, Conversation.Requested);
        Draft? answer = Answer is null ? null : new Draft(Answer.Commitment, at.References[1], Answer.PromiseFor(Wish), at.By.Team, Conversation.Promised);
        Draft[] drafts = answer is null ? [wish] : [wish, answer];
        if (Draft.Refuse(record, Verb, drafts) is { } unsound) return unsound;
        if (Answer?.Deadline.Due <= at.OccurredAt)
            return new Refusal("due_in_past", "The answer is due before the request. Correct the deadline of the answer.");

        if (wish.TryAdmit(record, at, out Draft admitted) is { } no) return no;
        Requested requested = Requested.Of(admitted);
        IEnumerable<LedgerEvent> asked = HandOver(Commitment, at, Answer?.Deadline, Wish.PromisedDue, Wish.RequestedBy);
        if (answer is null) return [requested, .. asked];
        if (answer.TryAdmit(record, at, out Draft promised) is { } untimely) return untimely;
        Promised toAnswer = Promised.Of(promised) with { Lineage = new Lineage(LineageKind.AnswerTo, Commitment) };
        return [requested, toAnswer, .. asked, .. HandOver(Answer!.Commitment, at, Answer.Deadline)];
    }

    private IEnumerable<LedgerEvent> HandOver(CommitmentId commitment, Circumstances at, params ReadOnlySpan<Deadline?> dates) =>
        HandoffOffered.ToTeam(commitment, at.By.Team, AnsweredBy ?? at.By.Team, at, words: null, dates);
}
