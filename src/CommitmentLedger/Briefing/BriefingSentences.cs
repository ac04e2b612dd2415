using NodaTime;

namespace CommitmentLedger;

/// <summary>The two sentences of a line of a briefing, in English: when it is due, and what it is about.</summary>
internal static class BriefingSentences
{
    public static string Urgency(BriefingLine line) => line switch
    {
        { Broken: { } broken } => (broken.How == Bindingness.Withdrawn ? "Taken back " : "Broken ") + line.Clock.TellEnd(ToldTime.Of(broken.At, line.Clock.Zone).With(TimeAdjusters.TruncateToMinute)),
        { Kind: BriefingLineKind.Unreadable } => "Cannot be read",
        { Date: { ToTheMinute: var date }, Foremost: { } commitment } => Urgency(line, date, commitment),
        _ => "No date",
    };

    public static string Headline(BriefingLine line) => line switch
    {
        { Broken: { } broken } => $"No record that {(broken.IsAgreed ? string.Empty : "the customer was told, or that ")}it was made good: {broken.Summary}",
        { Kind: BriefingLineKind.Contradiction } => $"Two promises about {line.About[0].Held.Matter} contradict each other; settle which one holds",
        { Reason: { } reason } => $"{Says(reason, line)}{(line.IsUndated ? ", with no date" : string.Empty)}: {line.About[0].Held.Summary}",
        { About: [var promised] } => Phrases.Promised(promised, line.Said, line.IsUndated) + StillMissing(line),
        _ => "Something is owed to this customer that the ledger cannot read",
    };

    private static string Urgency(BriefingLine line, BriefingDate date, Commitment commitment)
    {
        LineTimes clock = line.Clock;
        if (line.IsDateOpen) return $"Waiting for the customer, ask again {(line.HasPassed ? "since " : string.Empty)}{clock.Tell(date)}";
        if (!commitment.IsPromised) return $"For {clock.Tell(date)}";
        if (line.OverdueSince is { } since) return $"Overdue since {clock.TellEnd(since)}";
        return $"{(line.HasPassed ? "Was due" : "Due")} {clock.Tell(date)}";
    }

    private static string Says(BriefingReason reason, BriefingLine line) => reason switch
    {
        BriefingReason.Asked => "The customer asked and has no answer yet",
        BriefingReason.Countered => "The customer wants it differently and has no answer yet",
        BriefingReason.Offered => "We offered, the customer has not said yes",
        BriefingReason.Stated => "We say it is done, the customer has not agreed yet",
        BriefingReason.Disputed => "The customer says it was not done",
        BriefingReason.Claimed => $"The customer says we promised, nobody logged it{StillMissing(line)}",
        _ => $"Half-activated, still missing {Missing(line)}",
    };

    private static string StillMissing(BriefingLine line) => line.Missing.IsEmpty ? string.Empty : $"; still missing {Missing(line)}";

    private static string Missing(BriefingLine line) => string.Join(", ", line.Missing.Select(condition => condition.Name));
}
