namespace CommitmentLedger;

/// <summary>Other words were put in the place of those that stood.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that stand from now on.</param>
/// <param name="Consent">Who agreed, and what they were shown; null when it was unilateral.</param>
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
            UnilateralChanges = commitment.UnilateralChanges + (Consent is null ? 1 : 0),
            Consents = Consent is null ? commitment.Consents : commitment.Consents.Add(new GivenConsent(Consent, entry.OccurredAt, entry.By)),
        };
        return changed with { Bindingness = changed.UnmetPreconditions.Any() ? Bindingness.Conditional : Bindingness.Bound };
    }
}
