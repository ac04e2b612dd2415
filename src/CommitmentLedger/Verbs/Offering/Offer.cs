namespace CommitmentLedger.Commands;

/// <summary>Offers a customer something that binds nobody until it is promised: in answer to a request, after a counter, or unasked.</summary>
/// <param name="Commitment">The commitment that was requested, or a new id when nobody asked.</param>
/// <param name="Proposal">The offer.</param>
public sealed record Offer(CommitmentId Commitment, Promise Proposal) : Command
{
    internal override Verb Verb => Verbs.Offer;

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    internal override Decision Decide(CustomerRecord record, Circumstances at)
    {
        Commitment? known = record.Find(Commitment);
        var draft = new Draft(Commitment, known?.Reference ?? at.References[0], Proposal, known?.Owner ?? at.By.Team, Conversation.Offered);
        if (Draft.Refuse(record, Verb, draft) is { } unsound) return unsound;
        return draft.TryAdmit(record, at, out Draft admitted) is { } no ? no : Offered.Of(admitted);
    }
}
