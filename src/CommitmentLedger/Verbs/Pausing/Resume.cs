namespace CommitmentLedger.Commands;

/// <summary>Lets a paused clock run again.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Resume(CommitmentId Commitment) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Resume;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Resumed.TryMake(commitment, at, out Resumed? resumed) is { } untimely ? untimely : resumed!;
}
