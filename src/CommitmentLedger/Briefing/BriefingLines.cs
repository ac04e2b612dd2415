using NodaTime;

namespace CommitmentLedger;

/// <summary>Turns commitments into the lines of a briefing.</summary>
internal static class BriefingLines
{
    /// <summary>What comes first on the page: contradictions, then what fares worst, what is due soonest, what most hangs on.</summary>
    public static (bool, int, Instant, int, BriefingLineKind) Urgency(BriefingLine line) =>
        (line.Kind != BriefingLineKind.Contradiction, -(int)line.Health, line.Due ?? Instant.MaxValue, -(int)line.Severity, line.Kind);

    public static BriefingLine For(Commitment commitment, LineTimes times)
    {
        times = times.By(commitment.Promise.PromisedDue);
        var date = BriefingDate.Of(commitment);
        (BriefingLineKind kind, string says) = Headline(commitment);
        return new BriefingLine
        {
            Kind = kind,
            Health = commitment.HealthAt(times.Now),
            Severity = commitment.Severity,
            Due = commitment.WatchedDue,
            Urgency = Phrases.Urgency(commitment, date, times),
            Headline = $"{says}: {commitment.Promise.Summary}",
            Commitments = [commitment.Id],
            Dates = date is null ? [] : [date],
            Facts = BriefingFacts.Of(commitment, times),
        };
    }

    public static BriefingLine Contradiction(Commitment first, Commitment second, LineTimes times)
    {
        Commitment sooner = (second.WatchedDue ?? Instant.MaxValue) < (first.WatchedDue ?? Instant.MaxValue) ? second : first;
        return new BriefingLine
        {
            Kind = BriefingLineKind.Contradiction,
            Health = sooner.HealthAt(times.Now),
            Severity = (Severity)Math.Max((int)first.Severity, (int)second.Severity),
            Due = sooner.WatchedDue,
            Urgency = Phrases.Urgency(sooner, BriefingDate.Of(sooner), times.By(sooner.Promise.PromisedDue)),
            Headline = $"Two promises about {first.Promise.Matter} contradict each other; both cannot be kept",
            Commitments = [first.Id, second.Id],
            Dates = [.. new[] { BriefingDate.Of(first), BriefingDate.Of(second) }.OfType<BriefingDate>()],
            Facts = [BriefingFacts.OfContradiction(first, times), BriefingFacts.OfContradiction(second, times)],
        };
    }

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
