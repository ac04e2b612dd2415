namespace CommitmentLedger.Commands;

/// <summary>Records a promise that the customer tells of and nobody logged. It counts as a commitment at once; evidence may follow.</summary>
/// <remarks>When the ledger holds a promise that says the same, the customer's account is attached to that one instead: it was logged after all.</remarks>
/// <param name="Commitment">The id of the commitment; make it before the first try.</param>
/// <param name="Promise">What the customer says that we promised.</param>
public sealed record Claim(CommitmentId Commitment, Promise Promise) : Command
{
    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Decide(CustomerRecord record, Circumstances at)
    {
        if (Promise.Problem() is { } problem) return problem;
        if (record.Find(Commitment) is not null) return Refusals.CommitmentExists;
        if (record.FindRepeated(Promise) is { } logged) return Recognise(logged);
        if (record.IsFull) return Refusals.TooManyOpen;
        return Timing.TryCompute(Promise, at, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : new Claimed(Commitment, at.References[0], Promise, at.By.Team) { DueTimes = dueTimes };
    }

    private Decision Recognise(Commitment logged)
    {
        if (logged.CustomerAccounts.Count >= Refusals.MaxListed)
            return Refusals.TooMany("accounts of the customer") with { Commitment = logged.Id, Found = logged.Standing };
        var added = Additions.Of(logged.Promise, Promise);
        return logged.Promise.With(added).Problem() is { } problem ? problem : new AccountRecorded(logged.Id, Promise.Words) { Adds = added };
    }
}
