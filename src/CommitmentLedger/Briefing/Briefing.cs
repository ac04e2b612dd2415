using NodaTime;

namespace CommitmentLedger;

/// <summary>What to know before this interaction, urgent first.</summary>
/// <param name="Customer">Whom it is about.</param>
/// <param name="Occasion">What the reader is about to do.</param>
/// <param name="At">When it was read.</param>
/// <param name="Zone">The zone its times are told in, where a promise has none of its own.</param>
/// <param name="Position">
/// The version of the last entry that changed what a briefing says. Two teams whose briefings have the same position read the same
/// facts; a reading changes nothing.
/// </param>
/// <param name="Lines">What to know, urgent first; empty when nothing is owed.</param>
/// <param name="History">What the customer has been through, in figures.</param>
public sealed record Briefing(
    CustomerId Customer,
    Occasion Occasion,
    Instant At,
    DateTimeZone Zone,
    long Position,
    ValueList<BriefingLine> Lines,
    CustomerHistory History)
{
    /// <summary>The briefing as a person reads it at a desk.</summary>
    public string ToText() => BriefingText.Of(this);

    /// <summary>Composes the briefing from a record as it stands.</summary>
    internal static Briefing Compose(CustomerRecord record, Occasion occasion, Instant now, DateTimeZone zone)
    {
        Commitment[] open = [.. record.Open];
        IEnumerable<BriefingLine> lines =
        [
            .. Contradictions(open).Select(pair => BriefingLines.Contradiction(pair.First, pair.Second, now, zone)),
            .. open.Select(commitment => BriefingLines.For(commitment, now, zone)),
        ];
        return new Briefing(
            record.Customer,
            occasion,
            now,
            zone,
            record.History.ChangedAtVersion,
            [.. lines.OrderByDescending(line => line.Kind == BriefingLineKind.Contradiction)
                .ThenByDescending(line => line.Health)
                .ThenBy(line => line.Due ?? Instant.MaxValue)
                .ThenBy(line => line.Kind)],
            record.History);
    }

    private static IEnumerable<(Commitment First, Commitment Second)> Contradictions(Commitment[] open) =>
        from second in open.Index()
        from first in open.Take(second.Index)
        where first.Contradicts(second.Item)
        select (first, second.Item);
}
