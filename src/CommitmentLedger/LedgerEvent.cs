using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>What happened, in the past tense. Applying it to the customer's record gives the next record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Promised), "promised")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(AskedAgain), "asked-again")]
[JsonDerivedType(typeof(Stated), "stated")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Disputed), "disputed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Broken), "broken")]
[JsonDerivedType(typeof(Briefed), "briefed")]
public abstract record LedgerEvent
{
    private protected LedgerEvent()
    {
    }

    /// <summary>The commitment it is about, or null when it is about the customer as a whole.</summary>
    internal virtual CommitmentId? About => null;

    /// <summary>Whether the next briefing says something else because of it.</summary>
    internal virtual bool ChangesBriefing => true;

    internal abstract CustomerRecord Apply(CustomerRecord record, Entry entry);
}
