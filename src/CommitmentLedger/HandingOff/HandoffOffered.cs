namespace CommitmentLedger;

/// <summary>Another team was asked to take a commitment over.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="To">The team that was asked.</param>
/// <param name="AnswerBy">Until when that team may accept.</param>
/// <param name="Words">What the team should know, or null.</param>
public sealed record HandoffOffered(CommitmentId Commitment, Team To, Deadline AnswerBy, Words? Words) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Handoff = new PendingHandoff(To, entry.By, entry.OccurredAt, AnswerBy, Words),
    };
}
