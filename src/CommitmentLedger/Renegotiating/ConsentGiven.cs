namespace CommitmentLedger;

/// <summary>The customer agreed to a change.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Consent">Who agreed, and what they were shown.</param>
public sealed record ConsentGiven(CommitmentId Commitment, Consent Consent) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        AwaitsConsent = false,
        Consents = commitment.Consents.Add(new GivenConsent(Consent, entry.OccurredAt, entry.By)),
    };
}
