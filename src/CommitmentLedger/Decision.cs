namespace CommitmentLedger;

/// <summary>What a rule answers: the events to record, or a refusal.</summary>
internal readonly record struct Decision
{
    private Decision(ValueList<LedgerEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public ValueList<LedgerEvent> Events { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Decision(LedgerEvent happened) => new([happened], refusal: null);

    public static implicit operator Decision(LedgerEvent[] happened) => new([.. happened], refusal: null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
