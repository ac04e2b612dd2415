namespace CommitmentLedger;

/// <summary>Other words were put in the place of those that stood.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that stand from now on.</param>
/// <param name="Consent">Who agreed, and what they were shown; null when it was unilateral, and we are held to what was agreed before.</param>
public sealed record Renegotiated(CommitmentId Commitment, Promise Promise, Consent? Consent) : CommitmentEvent(Commitment)
{
    /// <summary>The instants that it is watched by from now on.</summary>
    public DueTimes? DueTimes { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        Commitment changed = commitment.Speak(Promise, entry) with
        {
            Clock = commitment.Clock.Retarget(entry.OccurredAt).Value,
            DueTimes = DueTimes,
            FirstPromise = commitment.FirstPromise ?? commitment.Promise,
            FirstDue = commitment.FirstPromise is null ? commitment.DueTimes?.Told ?? commitment.Promise.PromisedDue?.Due : commitment.FirstDue,
        };
        changed = Consent is null
            ? changed with { AgreedPromise = commitment.Held == Promise ? null : commitment.Held, UnilateralChanges = commitment.UnilateralChanges + 1 }
            : changed with
            {
                AgreedPromise = null,
                ReassessedDue = null,
                MissedDue = commitment.MissedDue ?? (commitment.DueTimes?.Told < entry.OccurredAt ? commitment.DueTimes.Told : null),
                Proposal = null,
                Consents = commitment.Consents.Add(new GivenConsent(Consent, entry.OccurredAt, entry.By)),
            };
        return changed with { Bindingness = changed.UnmetPreconditions.Any() ? Bindingness.Conditional : Bindingness.Bound };
    }

    /// <summary>What follows from other words that the customer agrees to.</summary>
    internal static Decision Agree(Commitment commitment, Promise promise, Consent consent, Circumstances at)
    {
        if (Refusals.OfDeadline(promise, at) is { } hasten) return hasten;
        return Timing.TryCompute(commitment.Clock.Retarget(at.OccurredAt).Value, promise.PromisedDue, reassessed: null, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : new Renegotiated(commitment.Id, promise, consent) { DueTimes = dueTimes };
    }

    /// <summary>What follows from other words that the customer did not agree to: the date that was agreed is watched on.</summary>
    internal static Decision Impose(Commitment commitment, Promise promise, Circumstances at)
    {
        if (promise.Preconditions.Any(condition => !commitment.Promise.Preconditions.Contains(condition)))
            return new Refusal("consent_missing", "A new precondition binds the customer only with consent. Ask, or leave the preconditions as they are.");
        if (commitment.Held.PromisedDue is not null) return new Renegotiated(commitment.Id, promise, Consent: null) { DueTimes = commitment.DueTimes };
        return Timing.TryCompute(commitment.Clock.Retarget(at.OccurredAt).Value, promise.PromisedDue, reassessed: null, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : new Renegotiated(commitment.Id, promise, Consent: null) { DueTimes = dueTimes };
    }
}
