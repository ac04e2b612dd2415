namespace CommitmentLedger.Commands;

/// <summary>Takes the offer of a handoff back before it is answered, because it went to the wrong team or is not needed any more.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record RetractHandoff(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("RetractHandoff", "a handoff that waits for an answer", commitment => commitment is { IsOpen: true, Handoff: not null });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        at.By.Team == commitment.Owner || at.By.Team == commitment.Handoff!.OfferedBy.Team
            ? new HandoffRetracted(Commitment, Reason)
            : new Refusal("handoff_not_yours", "The handoff was offered by another team. Only that team or the owner can take it back.");
}
