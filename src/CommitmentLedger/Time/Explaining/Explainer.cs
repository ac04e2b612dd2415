using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Retells a computation span by span. It is asked rarely, so it walks day by day and may allocate.</summary>
internal static class Explainer
{
    public static Explanation Explain(
        Deadline deadline,
        WorkingCalendar? calendar,
        Instant start,
        Instant due,
        IReadOnlyList<PausedSpan> pauses)
    {
        bool isCounted = deadline.Form is DeadlineForm.Within or DeadlineForm.Ahead;
        (Instant from, Instant to) = start <= due ? (start, due) : (due, start);
        List<ExplainedSpan> spans = isCounted && calendar is not null ? new SpanTeller(calendar, pauses).Tell(from, to) : [];
        return new Explanation
        {
            Deadline = deadline,
            Due = due,
            Spans = spans.Count > Explanation.MaxSpans ? spans[..Explanation.MaxSpans] : spans,
            IsCut = spans.Count > Explanation.MaxSpans,
            Calendar = isCounted ? calendar?.Version : null,
            Zone = isCounted && calendar is not null ? calendar.Zone : deadline.Zone,
            TzdbVersion = deadline.TzdbVersion,
            SpansTzdbVersion = isCounted ? calendar?.TzdbVersion : null,
        };
    }
}
