namespace CommitmentLedger.Commands;

/// <summary>Takes the offer of a handoff back before it is answered, because it went to the wrong team or is not needed any more.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record RetractHandoff(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.RetractHandoff;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        at.By.Team == commitment.Owner || at.By.Team == commitment.Handoff!.OfferedBy.Team
            ? new HandoffRetracted(Commitment, Reason)
            : new Refusal("handoff_not_yours", "The handoff was offered by another team. Only that team or the owner can take it back.");
}
