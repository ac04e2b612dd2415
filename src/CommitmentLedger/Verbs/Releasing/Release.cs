namespace CommitmentLedger.Commands;

/// <summary>Records that the customer lets us go from a promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reason">What the customer said.</param>
public sealed record Release(CommitmentId Commitment, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Release", "an open promise", commitment => commitment.Stands, MovesClock: true);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Released(Commitment, Reason);
}
