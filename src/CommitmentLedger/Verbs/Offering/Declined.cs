namespace CommitmentLedger.Events;

/// <summary>Somebody said no before anything was promised.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">Why.</param>
public sealed record Declined(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) =>
        commitment.Close(Bindingness.Unbound, entry, Reason) with { Conversation = Conversation.Declined };
}
