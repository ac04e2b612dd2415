namespace CommitmentLedger.Commands;

/// <summary>Offers a customer something that binds nobody until it is promised: in answer to a request, after a counter, or unasked.</summary>
/// <param name="Commitment">The commitment that was requested, or a new id when nobody asked.</param>
/// <param name="Proposal">What is offered.</param>
public sealed record Offer(CommitmentId Commitment, Promise Proposal) : Command
{
    internal static readonly Verb Definition = new(
        "Offer", "a request or a counter", commitment => commitment is { IsOpen: true, Conversation: Conversation.Requested or Conversation.Countered });

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Decide(CustomerRecord record, Circumstances at)
    {
        if (Proposal.Problem() is { } problem) return problem;
        if (record.Find(Commitment) is { } known)
            return Definition.Refuse(known) is { } no ? no : [new Offered(Commitment, known.Reference, Proposal, known.Owner), .. Answering.Of(known, record, at)];
        if (record.IsFull) return Refusals.TooManyOpen;
        return new Offered(Commitment, at.References[0], Proposal, at.By.Team);
    }
}
