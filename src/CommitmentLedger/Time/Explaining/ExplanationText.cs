using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Time;

/// <summary>An explanation as lines of text.</summary>
internal static class ExplanationText
{
    private const int UseWidth = 8;
    private const int TimesWidth = 42;

    public static string Print(Explanation explanation)
    {
        var text = new StringBuilder();
        text.Append(Question(explanation)).Append('\n');
        Duration counted = Duration.Zero;
        foreach (ExplainedSpan span in explanation.Spans)
        {
            if (span.Use == SpanUse.Counted) counted += span.Length;
            AppendSpan(text, span, explanation.Zone, counted);
        }

        if (explanation.IsCut)
            text.Append("  (the list ends here; it would be longer than ").Append(Explanation.MaxSpans).Append(" lines)\n");
        DateTimeZone zone = explanation.Deadline.Zone;
        string due = $"Due {Due(explanation)} ({zone.Id}), which is {DeadlineText.Instants.Format(explanation.Due)}.";
        return text.Append(due).Append('\n').Append(Versions(explanation)).ToString();
    }

    /// <summary>The time that was promised; pauses move only what was counted, which says no time by the wall clock.</summary>
    private static string Due(Explanation explanation) =>
        Print(ToldTime.Of(explanation.Due, explanation.Deadline.Zone, explanation.Deadline.LocalDue), explanation.Deadline.Zone);

    private static string Question(Explanation explanation)
    {
        Deadline deadline = explanation.Deadline;
        string said = deadline.Said is { } words ? $"\"{words}\": " : string.Empty;
        string what = deadline.Form switch
        {
            DeadlineForm.At => "an instant that was given.",
            DeadlineForm.By => $"{Local(deadline)} by {Clock(deadline)}",
            DeadlineForm.Between => $"from {Said(deadline.LocalOpens!.Value)} to {Local(deadline)} by {Clock(deadline)}",
            DeadlineForm.Within => $"{Amount(deadline)} from {Print(Start(explanation), explanation.Zone)}.",
            _ => $"{Amount(deadline)} ahead of {Print(deadline.From!.Value, explanation.Zone)}.",
        };
        return said + what;
    }

    private static string Amount(Deadline deadline) => deadline.Time is { } time
        ? $"{time} of open time"
        : $"{deadline.Days!.Value.Count} {(deadline.Days!.Value.Count == 1 ? "working day" : "working days")} ({Rule(deadline.Days!.Value.Rule)})";

    private static Instant Start(Explanation explanation) =>
        explanation.Spans is [var first, ..] ? first.From : explanation.Deadline.From!.Value;

    private static string Local(Deadline deadline) => Said(deadline.LocalDue!.Value);

    private static string Said(LocalDateTime local) => DeadlineText.DateAndTime(local.WithOffset(Offset.Zero), DateTimeZone.Utc, CultureInfo.InvariantCulture);

    private static string Clock(Deadline deadline) => $"the clock of {deadline.Zone.Id}.{Doubt(deadline)}";

    private static string Rule(DayRule rule) => rule switch
    {
        DayRule.AtOpening => "at opening",
        DayRule.AtClosing => "at closing",
        _ => "at the same time",
    };

    /// <summary>The effect of a change of the clocks, or of their rules, on the promised wall-clock time; empty for most.</summary>
    private static string Doubt(Deadline deadline)
    {
        LocalDateTime said = deadline.LocalDue!.Value;
        LocalDateTime resolved = deadline.Due.InZone(deadline.Zone).LocalDateTime;
        ZoneLocalMapping mapping = deadline.Zone.MapLocal(said);
        if (mapping.Count == 0) return $" The clocks skip that time, so it moves to {Print(deadline.ToldDue, deadline.Zone)}.";
        if (resolved != said) return $" It was resolved under tz database {deadline.TzdbVersion}; by other rules that instant is at {Print(deadline.Due, deadline.Zone)}.";
        return mapping.Count > 1
            ? $" That time occurs twice; the {(mapping.First().ToInstant() == deadline.Due ? "first" : "last")} occurrence counts."
            : string.Empty;
    }

    private static void AppendSpan(StringBuilder text, ExplainedSpan span, DateTimeZone zone, Duration counted)
    {
        bool isCounted = span.Use == SpanUse.Counted;
        string times = $"{Print(span.From, zone)} to {Print(span.To, zone)}";
        text.Append("  ").Append((isCounted ? "counted" : "skipped").PadRight(UseWidth)).Append(times.PadRight(TimesWidth)).Append("  ");
        text.Append(span.Use switch
        {
            SpanUse.Counted => $"{DurationText.Print(span.Length)}, {DurationText.Print(counted)} in all",
            SpanUse.SpecialDay => $"special day: {span.Name}",
            SpanUse.ClosedPeriod => span.Name is null ? "closed" : $"closed: {span.Name}",
            SpanUse.Paused => $"paused: {span.Name}",
            _ => "closed",
        }).Append('\n');
    }

    private static string Versions(Explanation explanation) => explanation.Calendar is { } calendar
        ? $"Calendar {calendar}, zone {explanation.Zone.Id}, tz database {explanation.TzdbVersion}.{OtherRules(explanation)}"
        : $"No calendar, zone {explanation.Zone.Id}, tz database {explanation.TzdbVersion}.";

    private static string Print(Instant at, DateTimeZone zone) => Print(ToldTime.Of(at, zone), zone);

    private static string Print(OffsetDateTime told, DateTimeZone zone) => DeadlineText.DateAndTime(told, zone, CultureInfo.InvariantCulture);

    private static string OtherRules(Explanation explanation) => explanation.SpansTzdbVersion == explanation.TzdbVersion
        ? string.Empty
        : $" The list is told by the rules of {explanation.SpansTzdbVersion} and need not add up.";
}
