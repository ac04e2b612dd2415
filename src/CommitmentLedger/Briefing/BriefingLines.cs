using NodaTime;

namespace CommitmentLedger;

/// <summary>Turns commitments into the lines of a briefing.</summary>
internal static class BriefingLines
{
    /// <summary>The order of the page: contradictions, then the worst health, the nearest due time, the highest stakes.</summary>
    public static (bool, int, Instant, int, BriefingLineKind) Urgency(BriefingLine line) =>
        (line.Kind is not (BriefingLineKind.Contradiction or BriefingLineKind.Unreadable), -(int)line.Health, line.Due ?? Instant.MaxValue, -(int)line.Stakes, line.Kind);

    public static BriefingLine For(Commitment commitment, CustomerRecord record, LineTimes clock)
    {
        var date = BriefingDate.Of(commitment);
        clock = clock.By(date);
        (BriefingLineKind kind, BriefingReason? reason) = Subject(commitment);
        bool isVague = commitment is { IsVague: true, Conversation: not Conversation.Stated } && !HasAnswerDue(commitment, record);
        return new BriefingLine
        {
            Kind = isVague ? BriefingLineKind.Vague : kind,
            Reason = reason,
            Health = commitment.HealthAt(clock.Now),
            Stakes = commitment.Stakes,
            Due = commitment.WatchedDue,
            IsUndated = reason is null ? commitment.IsVague : isVague,
            Commitments = [commitment.Id],
            About = [commitment],
            Dates = date is null ? [] : [date],
            Facts = BriefingFacts.Of(commitment, record, clock),
            Clock = clock,
        };
    }

    public static BriefingLine Contradiction(Commitment first, Commitment second, LineTimes clock)
    {
        Commitment sooner = (second.WatchedDue ?? Instant.MaxValue) < (first.WatchedDue ?? Instant.MaxValue) ? second : first;
        BriefingDate? firstDate = BriefingDate.Of(first), secondDate = BriefingDate.Of(second);
        return new BriefingLine
        {
            Kind = BriefingLineKind.Contradiction,
            Health = sooner.HealthAt(clock.Now),
            Stakes = (Stakes)Math.Max((int)first.Stakes, (int)second.Stakes),
            Due = sooner.WatchedDue,
            Commitments = [first.Id, second.Id],
            About = [first, second],
            Dates = [.. new[] { firstDate, secondDate }.OfType<BriefingDate>()],
            Facts = [BriefingFacts.OfContradiction(first, firstDate, clock), BriefingFacts.OfContradiction(second, secondDate, clock)],
            Clock = clock.By(sooner == first ? firstDate : secondDate),
        };
    }

    /// <summary>A break that nobody recorded as told or made good: whoever meets the customer next has to know.</summary>
    public static BriefingLine Broken(BrokenPromise broken, LineTimes clock) => new()
    {
        Kind = BriefingLineKind.Broken,
        Health = Health.Impossible,
        Stakes = Stakes.Ordinary,
        Due = null,
        Broken = broken,
        Commitments = [broken.Commitment],
        Dates = [],
        Facts = BriefingFacts.Of(broken),
        Clock = clock,
    };

    public static BriefingLine Unreadable(UnreadableCommitment commitment, LineTimes clock) => new()
    {
        Kind = BriefingLineKind.Unreadable,
        Health = clock.Now > commitment.Due ? Health.Overdue : Health.OnTrack,
        Stakes = Stakes.Ordinary,
        Due = commitment.Due,
        Commitments = [commitment.Id],
        Dates = [],
        Facts = BriefingFacts.Of(commitment, clock),
        Clock = clock,
    };

    /// <summary>Whether the customer was told when a request will be answered, and that is still to come.</summary>
    private static bool HasAnswerDue(Commitment request, CustomerRecord record) =>
        record.Open.Any(answer => answer.Lineage is { Kind: LineageKind.AnswerTo } lineage && lineage.From == request.Id && answer.WatchedDue is not null);

    private static (BriefingLineKind Kind, BriefingReason? Reason) Subject(Commitment commitment) => commitment switch
    {
        { Conversation: Conversation.Requested } => (BriefingLineKind.Request, BriefingReason.Asked),
        { Conversation: Conversation.Countered } => (BriefingLineKind.Request, BriefingReason.Countered),
        { Conversation: Conversation.Offered } => (BriefingLineKind.Offer, BriefingReason.Offered),
        { Conversation: Conversation.Stated } => (BriefingLineKind.AwaitingAcceptance, BriefingReason.Stated),
        { Conversation: Conversation.Disputed } => (BriefingLineKind.Promise, BriefingReason.Disputed),
        { Certainty: Certainty.Claimed, Assurances.IsEmpty: true } => (BriefingLineKind.Claim, BriefingReason.Claimed),
        { IsHalfActivated: true } => (BriefingLineKind.Conditional, BriefingReason.HalfActivated),
        { Bindingness: Bindingness.Conditional } => (BriefingLineKind.Conditional, null),
        _ => (BriefingLineKind.Promise, null),
    };
}
