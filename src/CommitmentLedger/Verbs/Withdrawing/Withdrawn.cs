namespace CommitmentLedger.Events;

/// <summary>We took a promise or an offer back.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Withdrawn(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Bindingness == Bindingness.Unbound
        ? commitment.Close(Bindingness.Unbound, entry, Reason) with { Conversation = Conversation.Withdrawn }
        : commitment.Close(Bindingness.Withdrawn, entry, Reason);
}
