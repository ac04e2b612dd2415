using System.Runtime.CompilerServices;

namespace CommitmentLedger;

/// <summary>The answer of a rule: events to record, or a refusal.</summary>
[CollectionBuilder(typeof(Decision), nameof(Create))]
internal readonly record struct Decision
{
    private Decision(ValueList<LedgerEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public ValueList<LedgerEvent> Events { get; }

    public Refusal? Refusal { get; }

    public ValueList<LedgerEvent>.Enumerator GetEnumerator() => Events.GetEnumerator();

    public static implicit operator Decision(LedgerEvent happened) => new([happened], refusal: null);

    public static Decision Create(ReadOnlySpan<LedgerEvent> happened) => new([.. happened], refusal: null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
