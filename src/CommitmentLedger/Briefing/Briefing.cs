using NodaTime;

namespace CommitmentLedger;

/// <summary>What to know before this interaction, urgent first.</summary>
public sealed record Briefing
{
    private const int MaxContradictions = 100;

    /// <summary>Whom it is about.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What the reader is about to do.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>When it was read.</summary>
    public required Instant At { get; init; }

    /// <summary>The zone its times are told in, where a promise has none of its own.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>
    /// The version of the last entry that changed what a briefing says, 0 for a customer to whom nothing happened. Two teams whose
    /// briefings have the same position read the same facts; a reading changes nothing.
    /// </summary>
    public required long Position { get; init; }

    /// <summary>What to know, urgent first; empty when nothing is open.</summary>
    public required ValueList<BriefingLine> Lines { get; init; }

    /// <summary>What the customer must do or decide next.</summary>
    public required ValueList<CustomersStep> CustomersSteps { get; init; }

    /// <summary>What the customer has been through, in figures.</summary>
    public required CustomerHistory History { get; init; }

    /// <summary>The briefing as a person reads it at a desk.</summary>
    public string ToText() => BriefingText.Of(this);

    /// <summary>The briefing as JSON for another program. Names and meanings stay; new ones may be added.</summary>
    public string ToJson() => Json.BriefingJson.Write(this);

    /// <summary>Composes the briefing from a record as it stands.</summary>
    internal static Briefing Compose(CustomerRecord record, Occasion occasion, Instant now, DateTimeZone zone)
    {
        Commitment[] open = [.. record.Open.Where(commitment => !commitment.IsSplit)];
        List<BriefingLine> lines =
            [.. Contradictions(open).Distinct().Take(MaxContradictions).Select(pair => BriefingLines.Contradiction(pair.First, pair.Second, now, zone))];
        foreach (UnreadableCommitment unreadable in record.Unreadable)
        {
            if (unreadable.IsOpen) lines.Add(BriefingLines.Unreadable(unreadable, now, zone));
        }

        foreach (Commitment commitment in open) lines.Add(BriefingLines.For(commitment, now, zone));
        return new Briefing
        {
            Customer = record.Customer,
            Occasion = occasion,
            At = now,
            Zone = zone,
            Position = record.History.ChangedAtVersion,
            Lines = [.. lines.OrderBy(BriefingLines.Urgency)],
            CustomersSteps = [.. open.SelectMany(CustomersStep.Of)],
            History = record.History,
        };
    }

    /// <summary>Pairs that contradicted each other when the later words were given, and still do.</summary>
    private static IEnumerable<(Commitment First, Commitment Second)> Contradictions(Commitment[] open) =>
        from second in open.Where(commitment => !commitment.Contradictions.IsEmpty)
        from first in open.Where(commitment => second.Contradictions.Contains(commitment.Id))
        where first.Contradicts(second)
        select first.MadeAtVersion < second.MadeAtVersion ? (first, second) : (second, first);
}
