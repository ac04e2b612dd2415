using NodaTime;

namespace CommitmentLedger;

/// <summary>One thing to know before this interaction, with the facts behind it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Health">How the commitment fares now.</param>
/// <param name="Due">When it is due, or null.</param>
/// <param name="Urgency">The due time in words: <c>Due today 15:00</c>.</param>
/// <param name="Headline">What it is: <c>Two teams promised 4 adults, 2 extra beds</c>.</param>
/// <param name="Commitments">The commitments it is about.</param>
/// <param name="Facts">Who, when and in which words.</param>
public sealed record BriefingLine(
    BriefingLineKind Kind,
    Health Health,
    Instant? Due,
    string Urgency,
    string Headline,
    ValueList<CommitmentId> Commitments,
    ValueList<BriefingFact> Facts)
{
    /// <summary>The line as a person reads it at a desk: the headline, then a fact a line.</summary>
    public override string ToString() => BriefingText.Of(this);
}
