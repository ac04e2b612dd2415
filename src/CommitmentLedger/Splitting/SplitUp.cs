namespace CommitmentLedger;

/// <summary>A commitment was split into parts.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Consent">Who agreed, and what they were shown; null when the customer was not asked yet.</param>
public sealed record SplitUp(CommitmentId Commitment, ValueList<CommitmentId> Parts, Consent? Consent) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Parts = Parts,
        Handoff = null,
        Clock = commitment.StoppedClock(entry),
        Consents = Consent is null ? commitment.Consents : commitment.Consents.Add(new GivenConsent(Consent, entry.OccurredAt, entry.By)),
    };
}
