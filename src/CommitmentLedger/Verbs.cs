namespace CommitmentLedger;

/// <summary>The verbs that act on an existing commitment, in alphabetical order, so that a refusal can say what would be legal now.</summary>
internal static class Verbs
{
    private static readonly Verb[] All =
    [
        Accept.Definition,
        AskAgain.Definition,
        Break.Definition,
        Confirm.Definition,
        Dispute.Definition,
        Release.Definition,
        State.Definition,
        Withdraw.Definition,
    ];

    /// <summary>Adds what the commitment that a refusal is about would allow now.</summary>
    public static Refusal WithLegalNow(Refusal refusal, CustomerRecord record) =>
        refusal.Commitment is { } id && record.Find(id) is { } commitment
            ? refusal with { LegalNow = [.. All.Where(verb => verb.IsInTurn(commitment)).Select(verb => verb.Name)] }
            : refusal;
}
