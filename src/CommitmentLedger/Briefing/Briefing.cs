using NodaTime;

namespace CommitmentLedger;

/// <summary>The facts to know before an interaction, the most urgent first.</summary>
public sealed record Briefing
{
    internal Briefing()
    {
    }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The reason for the meeting.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>When it was read.</summary>
    public required Instant At { get; init; }

    /// <summary>The zone its times are told in, where a promise has none of its own; any other is named.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>
    /// The version of the last entry that changed what a briefing says, 0 for a customer to whom nothing happened. Two teams whose
    /// briefings have the same position read the same facts; a reading changes nothing.
    /// </summary>
    public required long Position { get; init; }

    /// <summary>The lines, the most urgent first; empty when nothing is open, and no broken or withdrawn promise waits to be told or made good.</summary>
    public required ValueList<BriefingLine> Lines { get; init; }

    /// <summary>The customer's next steps and decisions.</summary>
    public required ValueList<CustomersStep> CustomersSteps { get; init; }

    /// <summary>The customer's history in figures.</summary>
    public required CustomerHistory History { get; init; }

    /// <summary>The briefing as a person reads it at a desk.</summary>
    public string ToText() => BriefingText.Of(this);

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();

    /// <summary>The briefing as JSON for another program. Names and meanings stay; new ones may be added.</summary>
    public string ToJson() => BriefingJson.Write(this);

    /// <summary>Composes the briefing from a record as it stands.</summary>
    internal static Briefing Compose(CustomerRecord record, Occasion occasion, Instant now, DateTimeZone zone)
    {
        Commitment[] open = [.. record.Open.Where(commitment => !commitment.IsSplit && !commitment.AwaitsConsent)];
        var clock = new LineTimes(now, zone, zone);
        List<BriefingLine> lines = [.. Contradictions.Among(open).Select(pair => BriefingLines.Contradiction(pair.First, pair.Second, clock))];
        foreach (UnreadableCommitment unreadable in record.Unreadable)
        {
            if (unreadable.IsOpen) lines.Add(BriefingLines.Unreadable(unreadable, clock));
        }

        foreach (BrokenPromise broken in record.History.BrokenPromises.Reverse()) lines.Add(BriefingLines.Broken(broken, clock));
        foreach (Commitment commitment in open) lines.Add(BriefingLines.For(commitment, record, clock));
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
}
