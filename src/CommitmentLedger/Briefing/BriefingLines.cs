using NodaTime;

namespace CommitmentLedger;

/// <summary>Turns commitments into the lines of a briefing.</summary>
internal static class BriefingLines
{
    /// <summary>The order of the page: contradictions, then the worst health, the nearest due time, the highest stakes.</summary>
    public static (bool, int, Instant, int, BriefingLineKind) Urgency(BriefingLine line) =>
        (line.Kind is not (BriefingLineKind.Contradiction or BriefingLineKind.Unreadable), -(int)line.Health, line.Due ?? Instant.MaxValue, -(int)line.Stakes, line.Kind);

    public static BriefingLine For(Commitment commitment, CustomerRecord record, LineTimes times)
    {
        var date = BriefingDate.Of(commitment);
        times = times.By(date);
        (BriefingLineKind kind, string? says) = Headline(commitment);
        bool isVague = commitment is { IsVague: true, Conversation: not Conversation.Stated } && !HasAnswerDue(commitment, record);
        string headline = says is null ? Phrases.Promised(commitment) : $"{says}{(isVague ? ", with no date" : string.Empty)}: {commitment.Held.Summary}";
        if (says is null) headline += StillMissing(commitment);
        return new BriefingLine
        {
            Kind = isVague ? BriefingLineKind.Vague : kind,
            Health = commitment.HealthAt(times.Now),
            Stakes = commitment.Stakes,
            Due = commitment.WatchedDue,
            Urgency = Phrases.Urgency(commitment, date, times),
            Headline = headline,
            Commitments = [commitment.Id],
            About = [commitment],
            Dates = date is null ? [] : [date],
            Facts = BriefingFacts.Of(commitment, record, times),
        };
    }

    public static BriefingLine Contradiction(Commitment first, Commitment second, LineTimes times)
    {
        Commitment sooner = (second.WatchedDue ?? Instant.MaxValue) < (first.WatchedDue ?? Instant.MaxValue) ? second : first;
        return new BriefingLine
        {
            Kind = BriefingLineKind.Contradiction,
            Health = sooner.HealthAt(times.Now),
            Stakes = (Stakes)Math.Max((int)first.Stakes, (int)second.Stakes),
            Due = sooner.WatchedDue,
            Urgency = Phrases.Urgency(sooner, BriefingDate.Of(sooner), times.By(BriefingDate.Of(sooner))),
            Headline = $"Two promises about {first.Held.Matter} contradict each other; settle which one holds",
            Commitments = [first.Id, second.Id],
            About = [first, second],
            Dates = [.. new[] { BriefingDate.Of(first), BriefingDate.Of(second) }.OfType<BriefingDate>()],
            Facts = [BriefingFacts.OfContradiction(first, times), BriefingFacts.OfContradiction(second, times)],
        };
    }

    /// <summary>A break that nobody recorded as told or made good: whoever meets the customer next has to know.</summary>
    public static BriefingLine Broken(BrokenPromise broken, LineTimes times)
    {
        string did = broken.How == Bindingness.Withdrawn ? "Taken back" : "Broken";
        return new BriefingLine
        {
            Kind = BriefingLineKind.Broken,
            Health = Health.Impossible,
            Stakes = Stakes.Ordinary,
            Due = null,
            Urgency = $"{did} {times.TellEnd(ToldTime.Of(broken.At, times.Zone).With(TimeAdjusters.TruncateToMinute))}",
            Headline = $"No record that {(broken.IsAgreed ? string.Empty : "the customer was told, or that ")}it was made good: {broken.Summary}",
            Commitments = [broken.Commitment],
            Dates = [],
            Facts = BriefingFacts.Of(broken),
        };
    }

    public static BriefingLine Unreadable(UnreadableCommitment commitment, LineTimes times) => new()
    {
        Kind = BriefingLineKind.Unreadable,
        Health = times.Now > commitment.Due ? Health.Overdue : Health.OnTrack,
        Stakes = Stakes.Ordinary,
        Due = commitment.Due,
        Urgency = "Cannot be read",
        Headline = "Something is owed to this customer that the ledger cannot read",
        Commitments = [commitment.Id],
        Dates = [],
        Facts =
        [
            new BriefingFact("Commitment", commitment.Id.ToString()),
            new BriefingFact("Due", commitment.Due is { } due ? times.Tell(due) : "not known"),
            new BriefingFact("Responsible", commitment.Owner?.ToString() ?? "not known"),
            new BriefingFact("What to do", "ask that team; update the library, or verify the customer and rebuild the documents"),
        ],
    };

    /// <summary>Whether the customer was told when a request will be answered, and that is still to come.</summary>
    private static bool HasAnswerDue(Commitment request, CustomerRecord record) =>
        record.Open.Any(answer => answer.Lineage is { Kind: LineageKind.AnswerTo } lineage && lineage.From == request.Id && answer.WatchedDue is not null);

    private static string StillMissing(Commitment commitment) => commitment.UnmetPreconditions.Any() ? $"; still missing {Missing(commitment)}" : string.Empty;

    private static string Missing(Commitment commitment) => string.Join(", ", commitment.UnmetPreconditions.Select(condition => condition.Name));

    private static (BriefingLineKind Kind, string? Says) Headline(Commitment commitment) => commitment switch
    {
        { Conversation: Conversation.Requested } => (BriefingLineKind.Request, "The customer asked and has no answer yet"),
        { Conversation: Conversation.Countered } => (BriefingLineKind.Request, "The customer wants it differently and has no answer yet"),
        { Conversation: Conversation.Offered } => (BriefingLineKind.Offer, "We offered, the customer has not said yes"),
        { Conversation: Conversation.Stated } => (BriefingLineKind.AwaitingAcceptance, "We say it is done, the customer has not agreed yet"),
        { Conversation: Conversation.Disputed } => (BriefingLineKind.Promise, "The customer says it was not done"),
        { Certainty: Certainty.Claimed, Assurances.IsEmpty: true } => (BriefingLineKind.Claim, $"The customer says we promised, nobody logged it{StillMissing(commitment)}"),
        { IsHalfActivated: true } => (BriefingLineKind.Conditional, $"Half-activated, still missing {Missing(commitment)}"),
        { Bindingness: Bindingness.Conditional } => (BriefingLineKind.Conditional, null),
        _ => (BriefingLineKind.Promise, null),
    };
}
