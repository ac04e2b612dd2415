namespace CommitmentLedger.Commands;

/// <summary>Records that evidence for a claimed promise was found.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Evidence">The evidence that the words were given, such as the recording of a call.</param>
/// <param name="GivenBy">The actor who gave the words, by the evidence.</param>
public sealed record Corroborate(CommitmentId Commitment, Evidence Evidence, Actor GivenBy) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Corroborate;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        new Corroborated(Commitment, Evidence, GivenBy);
}
