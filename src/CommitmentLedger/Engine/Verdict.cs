namespace CommitmentLedger;

/// <summary>The ledger's answer to a command: the recorded entries, or a refusal.</summary>
public sealed record Verdict
{
    private readonly ValueList<Commitment> _others;

    internal Verdict(Refusal refusal) => Refusal = refusal;

    internal Verdict(ValueList<Entry> entries, CustomerRecord after, bool isReplay)
    {
        (Entries, IsReplay) = (entries, isReplay);
        Commitment = entries is [{ Event.About: { } first }, ..] ? after.Find(first) : null;
        _others = entries.Count == 1 ? [] : [.. Others(entries, after)];
        Contradicts = Contradictions.Of(entries, after);
    }

    /// <summary>Why nothing was recorded, or null when it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The recorded entries; empty when the command was refused.</summary>
    public ValueList<Entry> Entries { get; }

    /// <summary>The commitment that the first of the entries is about, as it stands afterwards, or null.</summary>
    public Commitment? Commitment { get; }

    /// <summary>Whether the command had been recorded before, so that this is the first result again.</summary>
    public bool IsReplay { get; }

    /// <summary>The receipt, when the command gave the customer words to hold us to; null otherwise.</summary>
    public Receipt? Receipt => Commitment is null ? null : Receipt.For(Entries, Commitment, _others);

    /// <summary>
    /// The standing promises, at most 100, that contradict what the command was about as it stands afterwards, whichever was given first;
    /// so that somebody can speak up now.
    /// </summary>
    public ValueList<CommitmentId> Contradicts { get; }

    private static IEnumerable<Commitment> Others(ValueList<Entry> entries, CustomerRecord after) =>
        entries.Select(entry => entry.Event.About).OfType<CommitmentId>().Distinct().Skip(1).Where(id => !after.IsUnreadable(id)).Select(after.Find).OfType<Commitment>();
}
