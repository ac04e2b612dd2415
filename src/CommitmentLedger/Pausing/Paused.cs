namespace CommitmentLedger;

/// <summary>The clock was stopped for a while.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="On">Whose turn it is meanwhile.</param>
/// <param name="Reason">Why; null when the promise waits for a precondition of the customer's, which says why.</param>
public sealed record Paused(CommitmentId Commitment, Party On, Words? Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Clock = commitment.Clock.Pause(entry.OccurredAt, On, Reason),
    };
}
