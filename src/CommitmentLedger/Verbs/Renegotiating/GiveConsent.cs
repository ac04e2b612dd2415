namespace CommitmentLedger.Commands;

/// <summary>Records that the customer agrees to other words or to a split that waited for it. From then on they stand.</summary>
/// <param name="Commitment">The commitment, or a part that was proposed.</param>
/// <param name="Consent">The agreement, with the content that was shown.</param>
public sealed record GiveConsent(CommitmentId Commitment, Consent Consent) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.GiveConsent;

    private protected override CommitmentClock ClockMoved(Commitment commitment, CustomerRecord record) => record.WholeOf(commitment).Clock;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        Commitment whole = record.WholeOf(commitment);
        return whole.Proposal! is { Promise: { } promise } ? Renegotiated.Agree(whole, promise, Consent, at) : SplitUp.Agree(whole, record, Consent, at);
    }
}
