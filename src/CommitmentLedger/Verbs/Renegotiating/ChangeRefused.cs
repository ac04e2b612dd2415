namespace CommitmentLedger.Events;

/// <summary>The customer said no to a change.</summary>
/// <param name="Commitment">The commitment that stands as it stood.</param>
/// <param name="Words">The customer's words.</param>
public sealed record ChangeRefused(CommitmentId Commitment, Words Words) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Proposal = null,
        RefusedChanges = commitment.RefusedChanges.WithLatest(new RefusedChange(Words, entry.OccurredAt, entry.By)),
        ChangesRefused = commitment.ChangesRefused + 1,
    };
}
