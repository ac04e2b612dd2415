namespace CommitmentLedger;

/// <summary>The refusals that more than one verb gives.</summary>
internal static class Refusals
{
    /// <summary>The most items of one list that a commitment keeps at hand; the entries keep all.</summary>
    public const int MaxListed = 100;

    public static Refusal CommitmentExists { get; } = new(
        "commitment_exists", "A commitment with this id exists, or an id is used twice. To repeat a command, send it with its own command id; for something new, make a new commitment id.");

    public static Refusal OutOfOrder { get; } = new(
        "out_of_order", "It happened before something that the commitment's clock counts already. Give the time at which it takes effect.");

    public static Refusal CommitmentUnknown { get; } = new(
        "commitment_unknown", "This customer has no such commitment. Check the customer and the commitment id; FindAsync looks it up.");

    public static Refusal ChangePending { get; } = new(
        "change_pending", "The customer was asked about a change and has not answered. Record the answer with GiveConsent or RefuseChange first.");

    /// <summary>The refusal of the deadline of a promise that is not spoken yet, or null.</summary>
    public static Refusal? OfDeadline(Promise promise, Circumstances at)
    {
        if (promise.PromisedDue is not { } deadline)
            return new Refusal("open_ended", "A promise without a deadline never falls due. Set PromisedDue; if the words were given already, send MakePromise with AlreadySpoken.");
        return deadline.Due <= at.OccurredAt
            ? new Refusal("due_in_past", "The deadline is not after the promise. Correct PromisedDue; if the words were given already, send MakePromise with AlreadySpoken: it is then overdue.")
            : null;
    }

    /// <summary>Why other words cannot stand by their deadline. The deadline that stood is judged as the customer's pauses have moved it.</summary>
    public static Refusal? OfDeadline(Promise promise, Commitment standing, Circumstances at)
    {
        bool stillStands = promise.PromisedDue is not null && promise.PromisedDue == standing.Held.PromisedDue
            && (standing.DueTimes is { } times ? times.Told > at.OccurredAt : standing.DueBeforePause is not null);
        return stillStands ? null : OfDeadline(promise, at);
    }

    /// <summary>The refusal of an answer to a handoff by the actor, or null.</summary>
    public static Refusal? OfHandoff(PendingHandoff handoff, Circumstances at)
    {
        if (handoff.To != at.By.Team)
            return new Refusal("handoff_not_yours", "The handoff was offered to another team. Only that team can answer it.");
        return handoff.HasLapsedAt(at.OccurredAt)
            ? new Refusal("handoff_lapsed", "The time to answer is over, and the owner is still responsible. Ask for a new offer.")
            : null;
    }

    public static Refusal TooMany(string what) =>
        new("too_many", $"This commitment has {MaxListed} {what}, and more are not taken. Close it, or make a new commitment of what is new.");

    public static Refusal TooManyOpen { get; } = new(
        "too_many_open", $"This customer has {CustomerRecord.MaxOpen} open commitments, and more are not taken. Close some first.");

    /// <summary>
    /// Adds what the commitment that a refusal is about would allow now. What was just refused is no way out, though it be in turn.
    /// </summary>
    public static Refusal WithLegalNow(this Refusal refusal, Command refused, CustomerRecord record) =>
        refusal.Commitment is { } id && record.Find(id) is { } commitment
            ? refusal with { LegalNow = [.. Verbs.InTurn(commitment).Where(verb => verb != refused.Verb).Select(verb => verb.Name)] }
            : refusal;
}
