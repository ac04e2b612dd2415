namespace CommitmentLedger.Commands;

/// <summary>Says no to taking a commitment over. The owner stays the owner.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record DeclineHandoff(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("DeclineHandoff", "a handoff that waits for an answer", commitment => commitment is { IsOpen: true, Handoff: not null });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Refusals.OfHandoff(commitment.Handoff!, at) is { } refusal ? refusal : new HandoffDeclined(Commitment, Reason);
}
