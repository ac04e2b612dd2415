using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>One fact under a line of a briefing: data first, and an English sentence when it is read. The kinds are the records in this one.</summary>
/// <remarks>A kind is one file in <c>Facts</c> and a line in this list, by the name that its JSON has. Facts are equal when their data are, whenever they are read.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Agreed), "agreed")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(AskedAgain), "asked-again")]
[JsonDerivedType(typeof(AtFirst), "at-first")]
[JsonDerivedType(typeof(AtStake), "at-stake")]
[JsonDerivedType(typeof(Because), "because")]
[JsonDerivedType(typeof(ChangedByUs), "changed-by-us")]
[JsonDerivedType(typeof(ChangeRefused), "change-refused")]
[JsonDerivedType(typeof(ComputedAnew), "computed-anew")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(Contradicting), "contradicting")]
[JsonDerivedType(typeof(CustomerSaid), "customer-said")]
[JsonDerivedType(typeof(DueThen), "due-then")]
[JsonDerivedType(typeof(Exception), "exception")]
[JsonDerivedType(typeof(For), "for")]
[JsonDerivedType(typeof(Handoff), "handoff")]
[JsonDerivedType(typeof(Late), "late")]
[JsonDerivedType(typeof(Meaning), "meaning")]
[JsonDerivedType(typeof(Missing), "missing")]
[JsonDerivedType(typeof(NotAsPromised), "not-as-promised")]
[JsonDerivedType(typeof(NotClear), "not-clear")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(OtherPart), "other-part")]
[JsonDerivedType(typeof(PartOf), "part-of")]
[JsonDerivedType(typeof(Promised), "promised")]
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Reference), "reference")]
[JsonDerivedType(typeof(ReliedOn), "relied-on")]
[JsonDerivedType(typeof(Responsible), "responsible")]
[JsonDerivedType(typeof(SplitProposed), "split-proposed")]
[JsonDerivedType(typeof(StatedDone), "stated-done")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Unread), "unread")]
[JsonDerivedType(typeof(WhatToDo), "what-to-do")]
public abstract partial record BriefingFact
{
    private protected BriefingFact()
    {
    }

    /// <summary>The kind of fact, in English: <c>Promised</c>, <c>Confirmed</c>, <c>Asked again</c>.</summary>
    public abstract string Label { get; }

    /// <summary>The fact in English, made when it is read: when and by whom.</summary>
    public string Text => Say();

    /// <summary>The words that go with it, or null when there are none.</summary>
    public Words? Words { get; init; }

    /// <summary>How its line tells times.</summary>
    internal LineTimes Clock { get; init; } = LineTimes.Utc;

    /// <summary>The label and the text.</summary>
    public sealed override string ToString() => $"{Label}: {Text}";

    private protected abstract string Say();
}
