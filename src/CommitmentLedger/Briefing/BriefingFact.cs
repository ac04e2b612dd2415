namespace CommitmentLedger;

/// <summary>One fact under a line of a briefing.</summary>
/// <param name="Label">The kind of fact: <c>Promised</c>, <c>Confirmed</c>, <c>Asked again</c>.</param>
/// <param name="Text">The fact: when and by whom.</param>
/// <param name="Words">The words that go with it, or null when there are none.</param>
public sealed record BriefingFact(string Label, string Text, Words? Words = null);
