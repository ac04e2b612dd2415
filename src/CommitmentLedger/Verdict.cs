namespace CommitmentLedger;

/// <summary>What the ledger answered: what it recorded, or why it did not.</summary>
public sealed record Verdict
{
    internal Verdict(Refusal refusal) => Refusal = refusal;

    internal Verdict(ValueList<Entry> entries, Commitment? commitment, bool isReplay) =>
        (Entries, Commitment, IsReplay) = (entries, commitment, isReplay);

    /// <summary>Why nothing was recorded, or null when it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What was recorded; empty when the command was refused.</summary>
    public ValueList<Entry> Entries { get; }

    /// <summary>The commitment that the first of the entries is about, as it stands afterwards, or null.</summary>
    public Commitment? Commitment { get; }

    /// <summary>Whether the command had been recorded before, so that this is the first result again.</summary>
    public bool IsReplay { get; }

    /// <summary>The receipt, when the command gave the customer words to hold us to; null otherwise.</summary>
    public Receipt? Receipt => Commitment is null ? null : Receipt.For(Entries[0], Commitment);

    /// <summary>The standing promises that contradict the one that the command was about, so that somebody can speak up now.</summary>
    public ValueList<CommitmentId> Contradicts => Commitment?.Contradictions ?? [];
}
