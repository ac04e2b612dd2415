namespace CommitmentLedger.Events;

/// <summary>The customer was asked whether a promise may be changed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that would stand, or null when a split was proposed.</param>
/// <param name="Parts">The parts that it would be split into; empty when other words were proposed.</param>
public sealed record ChangeProposed(CommitmentId Commitment, Promise? Promise, ValueList<CommitmentId> Parts) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) =>
        commitment with { Proposal = new ProposedChange(entry.By, entry.OccurredAt, Promise, Parts) };
}
