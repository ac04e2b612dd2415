namespace CommitmentLedger;

/// <summary>Puts other words in the place of those that stand, with the customer's consent or, marked as such, without it.</summary>
/// <remarks>The words first given stay on the commitment for ever, and the kept rate against the first date with them.</remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that are to stand from now on.</param>
/// <param name="Consent">Who agreed, and what they were shown; null makes the change unilateral, which counts against us.</param>
public sealed record Renegotiate(CommitmentId Commitment, Promise Promise, Consent? Consent) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Renegotiate", "a promise that is not stated as done", commitment => commitment is { Stands: true, Conversation: not Conversation.Stated }, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (Promise.Problem() is { } problem) return problem;
        if (Refusals.OfDeadline(Promise, at) is { } hasten) return hasten;
        if (Consent is not null && commitment.Consents.Count >= Refusals.MaxListed) return Refusals.TooMany("consents");
        if (Promise == commitment.Promise)
            return new Refusal("nothing_changes", "These are the words that stand. Confirm them if the customer wants to hear them again.");
        return Timing.TryCompute(commitment.Clock.Retarget(at.OccurredAt).Value, Promise.PromisedDue, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : new Renegotiated(Commitment, Promise, Consent) { DueTimes = dueTimes };
    }
}
