namespace CommitmentLedger.Events;

/// <summary>The customer asked again.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's words, or null when nobody noted them.</param>
public sealed record AskedAgain(CommitmentId Commitment, Words? Words) : CommitmentEvent(Commitment)
{
    /// <summary>Whether nobody noted it, and it follows from a promise that another team gave again, or the same team on another day.</summary>
    public bool IsInferred { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        var asked = new Doubt(Times: 1, entry.OccurredAt, entry.OccurredAt, entry.By, Words) { Inferred = IsInferred ? 1 : 0 };
        return commitment with { Doubt = commitment.Doubt is { } before ? before.And(asked) : asked };
    }
}
