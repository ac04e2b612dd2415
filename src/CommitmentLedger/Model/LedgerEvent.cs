using System.Text.Json.Serialization;

namespace CommitmentLedger.Events;

/// <summary>A fact, in the past tense. Applying it to the customer's record gives the next record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(AccountRecorded), "account-recorded")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(AskedAgain), "asked-again")]
[JsonDerivedType(typeof(Briefed), "briefed")]
[JsonDerivedType(typeof(Broken), "broken")]
[JsonDerivedType(typeof(CarriedForward), "carried-forward")]
[JsonDerivedType(typeof(ChangeProposed), "change-proposed")]
[JsonDerivedType(typeof(ChangeRefused), "change-refused")]
[JsonDerivedType(typeof(Chosen), "chosen")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Clarified), "clarified")]
[JsonDerivedType(typeof(ClosedByParts), "closed-by-parts")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(Corroborated), "corroborated")]
[JsonDerivedType(typeof(Countered), "countered")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Disputed), "disputed")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(Expired), "expired")]
[JsonDerivedType(typeof(HandoffAccepted), "handoff-accepted")]
[JsonDerivedType(typeof(HandoffDeclined), "handoff-declined")]
[JsonDerivedType(typeof(HandoffOffered), "handoff-offered")]
[JsonDerivedType(typeof(HandoffRetracted), "handoff-retracted")]
[JsonDerivedType(typeof(InteractionEnded), "interaction-ended")]
[JsonDerivedType(typeof(InteractionStarted), "interaction-started")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(PreconditionMet), "precondition-met")]
[JsonDerivedType(typeof(Promised), "promised")]
[JsonDerivedType(typeof(Reassessed), "reassessed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Relied), "relied")]
[JsonDerivedType(typeof(Renegotiated), "renegotiated")]
[JsonDerivedType(typeof(Requested), "requested")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(SplitUp), "split-up")]
[JsonDerivedType(typeof(Stated), "stated")]
[JsonDerivedType(typeof(Superseded), "superseded")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
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
