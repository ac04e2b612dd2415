namespace CommitmentLedger;

/// <summary>Records that the customer agrees to a change that waited for it.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Consent">Who agreed, and what they were shown.</param>
public sealed record GiveConsent(CommitmentId Commitment, Consent Consent) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("GiveConsent", "a change that waits for consent", commitment => commitment is { IsOpen: true, AwaitsConsent: true });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new ConsentGiven(Commitment, Consent);
}
