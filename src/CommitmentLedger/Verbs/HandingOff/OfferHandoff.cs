namespace CommitmentLedger.Commands;

/// <summary>Asks another team to take a commitment over. The owner stays bound until that team accepts; the customer's clock never restarts.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="To">The team that is asked.</param>
/// <param name="AnswerBy">Until when that team may accept; after that the offer has lapsed and can be made again.</param>
/// <param name="Words">A message to the team, or null.</param>
public sealed record OfferHandoff(CommitmentId Commitment, Team To, Deadline AnswerBy, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.OfferHandoff;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (commitment.Owner == To) return new Refusal("already_owner", "This team is responsible already. Offer it to another team, or leave it as it is.");
        if (commitment.Handoff is { } pending && !pending.HasLapsedAt(at.OccurredAt))
            return new Refusal("handoff_pending", "Another handoff waits for an answer. Let that team accept or decline, or wait until the offer lapses.");
        return AnswerBy.Due <= at.OccurredAt
            ? new Refusal("due_in_past", "The time to answer is over before it begins. Give the team until later.")
            : new HandoffOffered(Commitment, To, AnswerBy, Words);
    }
}
