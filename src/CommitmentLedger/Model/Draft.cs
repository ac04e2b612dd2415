namespace CommitmentLedger;

/// <summary>
/// A commitment that a command is about to make. Every command that makes one asks the same, in the same order: whether its words are sound
/// and its id is free (<see cref="Refuse"/>); then what only the verb asks; then whether there is room, and when it is due
/// (<see cref="TryAdmit"/>).
/// </summary>
/// <param name="Commitment">Its id.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Promise">Its words.</param>
/// <param name="Owner">The team that is responsible.</param>
/// <param name="Becomes">The resulting state: requested, offered or promised.</param>
internal sealed record Draft(CommitmentId Commitment, PromiseReference Reference, Promise Promise, Team Owner, Conversation Becomes)
{
    /// <summary>The clock of another commitment that it goes on with; null when its clock starts with the words.</summary>
    public CommitmentClock? Clock { get; init; }

    /// <summary>The deadline that the other commitment was reassessed to; null when it was not.</summary>
    public Deadline? ReassessedDue { get; init; }

    /// <summary>Whether the words stand already and only their date is another. They were found sound before; a choice may have made them longer since.</summary>
    public bool HasStood { get; init; }

    /// <summary>The instants that it is watched by, once it is admitted; null without a deadline, and before it is a promise.</summary>
    public DueTimes? DueTimes { get; private init; }

    /// <summary>The deadline, as the customer's pauses have moved it; null without one.</summary>
    public Deadline? Due => DueTimes is { } times ? Promise.PromisedDue?.MovedTo(times.Told) : Promise.PromisedDue;

    /// <summary>Refuses words that are not sound, and ids that are taken, or used twice; null when there are none.</summary>
    /// <param name="record">The record in which the ids are looked up.</param>
    /// <param name="verb">The verb that a commitment may be in turn for that there is already; null when it may not.</param>
    /// <param name="drafts">All that the command would make.</param>
    public static Refusal? Refuse(CustomerRecord record, Verb? verb, params ReadOnlySpan<Draft> drafts)
    {
        foreach (Draft draft in drafts)
        {
            if (!draft.HasStood && draft.Promise.Problem() is { } problem) return problem;
        }

        for (int place = 0; place < drafts.Length; place++)
        {
            foreach (Draft before in drafts[..place])
            {
                if (before.Commitment == drafts[place].Commitment) return Refusals.CommitmentExists;
            }

            if (record.Find(drafts[place].Commitment) is { } known && drafts[place].RefuseKnown(known, verb) is { } taken) return taken;
        }

        return null;
    }

    /// <summary>Completes it, or says why the customer cannot have it.</summary>
    public Refusal? TryAdmit(CustomerRecord record, Circumstances at, out Draft admitted)
    {
        admitted = this;
        if (record.IsFull && record.Find(Commitment) is null) return Refusals.TooManyOpen;

        // Whether the words may be given at all is to be asked at this place and no other: of whatever has room, whichever verb makes it, and
        // before its time is computed, because the answer may add a condition that the time depends on.
        if (Becomes is not Conversation.Promised) return null;
        CommitmentClock clock = Clock ?? CommitmentClock.NotStarted.Start(at.OccurredAt).Value;
        if (at.TryComputeDueTimes(clock, Promise.PromisedDue, ReassessedDue, out DueTimes? dueTimes) is { } untimely) return untimely;
        admitted = this with { DueTimes = dueTimes };
        return null;
    }

    /// <summary>A commitment that is there already in the same form was most likely made with this id before; any other is out of turn.</summary>
    private Refusal? RefuseKnown(Commitment known, Verb? verb)
    {
        if (verb?.IsInTurn(known) == true) return null;
        return verb is null || known.Conversation == Becomes
            ? Refusals.CommitmentExists with { Commitment = known.Id, Found = known.Standing }
            : verb.Refuse(known);
    }
}
