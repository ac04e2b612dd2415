namespace CommitmentLedger;

/// <summary>The customer asked for reassurance.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What the customer said, or null when nobody noted it.</param>
public sealed record AskedAgain(CommitmentId Commitment, Words? Words) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Reassurance = new Reassurance(
            Times: (commitment.Reassurance?.Times ?? 0) + 1,
            FirstAt: commitment.Reassurance?.FirstAt ?? entry.OccurredAt,
            LastAt: entry.OccurredAt,
            LastHeardBy: entry.By,
            LastWords: Words),
    };
}
