namespace CommitmentLedger.Events;

/// <summary>Other words were put in the place of those that stood.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that stand from now on.</param>
/// <param name="Consent">The agreement; null for a unilateral change, after which we are held to the words that were agreed before.</param>
public sealed record Renegotiated(CommitmentId Commitment, Promise Promise, Consent? Consent) : CommitmentEvent(Commitment)
{
    /// <summary>The instants that it is watched by from now on.</summary>
    public DueTimes? DueTimes { get; init; }

    /// <summary>The actor who gave the words, if another actor recorded them; otherwise null.</summary>
    public Actor? SpokenBy { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        Commitment changed = commitment.Speak(Promise, entry, SpokenBy) with
        {
            Clock = commitment.Clock.Retarget(entry.OccurredAt).Value,
            DueTimes = DueTimes,
            FirstPromise = commitment.FirstPromise ?? commitment.Promise,
            FirstDue = commitment.FirstPromise is null ? commitment.ToldDue : commitment.FirstDue,
        };
        changed = Consent is null
            ? changed.HeldTo(commitment) with { UnilateralChanges = commitment.UnilateralChanges + 1 }
            : changed.Ready(commitment).AgreedTo(commitment).Agree(Consent, entry) with
            {
                ReassessedDue = null,
                DueBeforePause = DueTimes is not null ? null : Promise.PromisedDue == commitment.Held.PromisedDue ? commitment.ToldDue : Promise.PromisedDue?.Due,
                MissedDue = commitment.MissedAt(entry.OccurredAt),
                Proposal = null,
            };
        return changed with { Bindingness = changed.Binding };
    }

    /// <summary>The effects of new words that the customer agrees to.</summary>
    internal static Decision Agree(Commitment commitment, Promise promise, Consent consent, Circumstances at)
    {
        if (Refusals.OfDeadline(promise, commitment, at) is { } hasten) return hasten;
        return at.TryComputeDueTimes(commitment.Clock.Retarget(at.OccurredAt).Value, promise.PromisedDue, reassessed: null, out DueTimes? dueTimes) is { } untimely
            ? untimely
            :
            [
                new Renegotiated(commitment.Id, promise, consent) { DueTimes = dueTimes, SpokenBy = commitment.Proposal?.Promise == promise ? commitment.Proposal.By : null },
                .. HandoffOffered.Sooner(commitment, at, dueTimes is { } times ? promise.PromisedDue?.MovedTo(times.Told) : null),
            ];
    }

    /// <summary>The effects of new words without the customer's agreement: the agreed date goes on being watched.</summary>
    internal static Decision Impose(Commitment commitment, Promise promise, Circumstances at)
    {
        bool sameConditions = promise.Preconditions.All(commitment.Promise.Knows) && commitment.Promise.Preconditions.All(promise.Knows);
        if (!sameConditions)
            return new Refusal("consent_missing", "What a promise needs changes only with the customer's consent. Ask, or leave the preconditions as they are.");
        if (commitment.Held.PromisedDue is not null)
            return new Renegotiated(commitment.Id, promise, Consent: null) { DueTimes = commitment.DueTimes is { } held ? held with { Imposed = null } : null };
        return at.TryComputeDueTimes(commitment.Clock.Retarget(at.OccurredAt).Value, promise.PromisedDue, reassessed: null, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : [new Renegotiated(commitment.Id, promise, Consent: null) { DueTimes = dueTimes }, .. HandoffOffered.Sooner(commitment, at, promise.PromisedDue)];
    }
}
