namespace CommitmentLedger.Events;

/// <summary>It was said which reading of an ambiguous item is meant.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reading">The reading that is meant.</param>
public sealed record Clarified(CommitmentId Commitment, Words Reading) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        ValueList<Words> candidates = commitment.Promise.Readings;
        return commitment.WithWords(words => words.MayMeanOneOf(candidates) ? words with { Readings = [Reading] } : words) with { SettledAt = entry.OccurredAt };
    }
}
