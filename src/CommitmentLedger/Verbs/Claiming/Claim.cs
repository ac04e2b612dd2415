namespace CommitmentLedger.Commands;

/// <summary>Records a promise that the customer tells of and nobody logged. It counts as a commitment at once; evidence may follow.</summary>
/// <remarks>When the ledger holds a promise that says the same, the customer's account is attached to that one instead: it was logged after all.</remarks>
/// <param name="Commitment">The id of the commitment; make it before the first try.</param>
/// <param name="Promise">The promise as the customer tells it.</param>
public sealed record Claim(CommitmentId Commitment, Promise Promise) : Command(CommandId.For(Commitment, "claim"))
{
    internal override Verb Verb => Verbs.Claim;

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    internal override Decision Decide(CustomerRecord record, Circumstances at)
    {
        var draft = new Draft(Commitment, at.References[0], Promise, at.By.Team, Conversation.Promised);
        if (Draft.Refuse(record, Verb, draft) is { } unsound) return unsound;
        if (record.FindRepeated(Promise) is var (logged, _)) return Recognise(logged);
        return draft.TryAdmit(record, at, out Draft admitted) is { } no ? no : Claimed.Of(admitted);
    }

    private Decision Recognise(Commitment logged)
    {
        return logged.TryFindAdditions(Promise, out Additions? added) is { } problem ? problem : new AccountRecorded(logged.Id, Promise.Words) { Adds = added };
    }
}
