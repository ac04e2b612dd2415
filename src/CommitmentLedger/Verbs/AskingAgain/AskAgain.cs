namespace CommitmentLedger.Commands;

/// <summary>Records that the customer asked again: a sign of doubt that the next team should see.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's words, or null when nobody noted them.</param>
public sealed record AskAgain(CommitmentId Commitment, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.AskAgain;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new AskedAgain(Commitment, Words);
}
