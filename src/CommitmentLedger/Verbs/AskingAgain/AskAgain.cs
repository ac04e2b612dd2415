namespace CommitmentLedger.Commands;

/// <summary>Records that the customer asked again: a sign of doubt that the next team should see.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What the customer said, or null when nobody noted it.</param>
public sealed record AskAgain(CommitmentId Commitment, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("AskAgain", "an open promise", commitment => commitment.Stands);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new AskedAgain(Commitment, Words);
}
