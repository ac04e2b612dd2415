namespace CommitmentLedger.Commands;

/// <summary>Records that a promise was not kept, or can no longer be.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">What went wrong, in words that can be said to the customer.</param>
public sealed record Break(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Break", "an open promise", commitment => commitment.Stands, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Broken(Commitment, Reason);
}
