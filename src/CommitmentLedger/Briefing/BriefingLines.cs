using NodaTime;

namespace CommitmentLedger;

/// <summary>Turns commitments into the lines of a briefing.</summary>
internal static class BriefingLines
{
    /// <summary>What comes first on the page: contradictions, then what fares worst, what is due soonest, what most hangs on.</summary>
    public static (bool, int, Instant, int, BriefingLineKind) Urgency(BriefingLine line) =>
        (line.Kind is not (BriefingLineKind.Contradiction or BriefingLineKind.Unreadable), -(int)line.Health, line.Due ?? Instant.MaxValue, -(int)line.Severity, line.Kind);

    public static BriefingLine For(Commitment commitment, Instant now, DateTimeZone zone)
    {
        zone = commitment.Promise.PromisedDue?.Zone ?? zone;
        (BriefingLineKind kind, string says) = Headline(commitment);
        return new BriefingLine
        {
            Kind = kind,
            Health = commitment.HealthAt(now),
            Severity = commitment.Severity,
            Due = commitment.WatchedDue,
            Urgency = Phrases.Urgency(commitment, now, zone),
            Headline = $"{says}: {commitment.Promise.Summary}",
            Commitments = [commitment.Id],
            Facts = BriefingFacts.Of(commitment, now, zone),
        };
    }

    public static BriefingLine Contradiction(Commitment first, Commitment second, Instant now, DateTimeZone zone)
    {
        Commitment sooner = second.WatchedDue < first.WatchedDue ? second : first;
        zone = sooner.Promise.PromisedDue?.Zone ?? zone;
        return new BriefingLine
        {
            Kind = BriefingLineKind.Contradiction,
            Health = sooner.HealthAt(now),
            Severity = (Severity)Math.Max((int)first.Severity, (int)second.Severity),
            Due = sooner.WatchedDue,
            Urgency = Phrases.Urgency(sooner, now, zone),
            Headline = $"Two promises about {first.Promise.Matter} contradict each other; both cannot be kept",
            Commitments = [first.Id, second.Id],
            Facts = [BriefingFacts.OfContradiction(first, zone), BriefingFacts.OfContradiction(second, zone)],
        };
    }

    public static BriefingLine Unreadable(UnreadableCommitment commitment, Instant now, DateTimeZone zone) => new()
    {
        Kind = BriefingLineKind.Unreadable,
        Health = now > commitment.Due ? Health.Overdue : Health.OnTrack,
        Severity = Severity.Ordinary,
        Due = commitment.Due,
        Urgency = "Cannot be read",
        Headline = "Something is owed to this customer that the ledger cannot read",
        Commitments = [commitment.Id],
        Facts =
        [
            new BriefingFact("Commitment", commitment.Id.ToString()),
            new BriefingFact("Due", commitment.Due is { } due ? Phrases.Time(due, zone) : "not known"),
            new BriefingFact("Responsible", commitment.Owner?.ToString() ?? "not known"),
            new BriefingFact("What to do", "ask that team; update the library, or verify the customer and rebuild the documents"),
        ],
    };

    private static (BriefingLineKind Kind, string Says) Headline(Commitment commitment) => commitment switch
    {
        { Conversation: Conversation.Requested } => (BriefingLineKind.Request, "The customer asked and has no answer yet"),
        { Conversation: Conversation.Countered } => (BriefingLineKind.Request, "The customer wants it differently and has no answer yet"),
        { Conversation: Conversation.Offered } => (BriefingLineKind.Offer, "We offered, the customer has not said yes"),
        { Conversation: Conversation.Stated } => (BriefingLineKind.AwaitingAcceptance, "We say it is done, the customer has not agreed yet"),
        { Conversation: Conversation.Disputed } => (BriefingLineKind.Promise, "The customer says it was not done"),
        { Certainty: Certainty.Claimed } => (BriefingLineKind.Claim, "The customer says we promised, nobody logged it"),
        { IsVague: true } => (BriefingLineKind.Vague, $"{Phrases.Who(commitment)} promised, with no date"),
        _ => (BriefingLineKind.Promise, $"{Phrases.Who(commitment)} promised"),
    };
}
