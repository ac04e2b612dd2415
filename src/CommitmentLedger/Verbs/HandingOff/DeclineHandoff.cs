namespace CommitmentLedger.Commands;

/// <summary>Says no to taking a commitment over. The owner stays the owner.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record DeclineHandoff(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.DeclineHandoff;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Refusals.OfHandoff(commitment.Handoff!, at) is { } refusal ? refusal : new HandoffDeclined(Commitment, Reason);
}
