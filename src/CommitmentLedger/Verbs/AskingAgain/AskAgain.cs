namespace CommitmentLedger.Commands;

/// <summary>Records that the customer asked again: a sign of doubt that the next team should see.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What the customer said, or null when nobody noted it.</param>
public sealed record AskAgain(CommitmentId Commitment, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.AskAgain;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new AskedAgain(Commitment, Words);
}
