namespace CommitmentLedger;

/// <summary>The verbs that act on an existing commitment, in alphabetical order, so that a refusal can say what would be legal now.</summary>
internal static class Verbs
{
    private static readonly Verb[] All =
    [
        Accept.Definition,
        AcceptHandoff.Definition,
        AddNote.Definition,
        AskAgain.Definition,
        Break.Definition,
        CarryForward.Definition,
        Choose.Definition,
        Clarify.Definition,
        Confirm.Definition,
        Corroborate.Definition,
        Counter.Definition,
        Decline.Definition,
        DeclineHandoff.Definition,
        Dispute.Definition,
        Expire.Definition,
        GiveConsent.Definition,
        MeetPrecondition.Definition,
        Offer.Definition,
        OfferHandoff.Definition,
        Pause.Definition,
        MakePromise.Definition,
        Reassess.Definition,
        RecordAccount.Definition,
        RefuseChange.Definition,
        Release.Definition,
        Rely.Definition,
        Renegotiate.Definition,
        Resume.Definition,
        RetractHandoff.Definition,
        Split.Definition,
        StateDone.Definition,
        Withdraw.Definition,
    ];

    /// <summary>Adds what the commitment that a refusal is about would allow now.</summary>
    public static Refusal WithLegalNow(Refusal refusal, CustomerRecord record) =>
        refusal.Commitment is { } id && record.Find(id) is { } commitment
            ? refusal with { LegalNow = [.. All.Where(verb => verb.IsInTurn(commitment)).Select(verb => verb.Name)] }
            : refusal;
}
