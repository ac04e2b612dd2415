namespace CommitmentLedger.Events;

/// <summary>The customer did something because of a promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Act">The customer's act.</param>
public sealed record Relied(CommitmentId Commitment, Words Act) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        RelianceActs = commitment.RelianceActs.Add(new RelianceAct(entry.OccurredAt, Act, entry.By)),
    };
}
