namespace CommitmentLedger.Events;

/// <summary>
/// Another takes its place: a part that was proposed is dropped when the customer does not agree or the whole ends without it, and what
/// was still owed of a whole when the customer says that the whole is.
/// </summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Superseded(CommitmentId Commitment) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(Bindingness.Superseded, entry);
}
