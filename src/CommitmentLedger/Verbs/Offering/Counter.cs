namespace CommitmentLedger.Commands;

/// <summary>Records that the customer wants it differently from what we offered.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Wish">The customer's wish instead.</param>
public sealed record Counter(CommitmentId Commitment, Promise Wish) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Counter;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Wish.Problem() is { } problem ? problem : new Countered(Commitment, Wish);
}
