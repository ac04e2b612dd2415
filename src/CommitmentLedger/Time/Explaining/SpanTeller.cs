using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Time;

/// <summary>Cuts a stretch of time into what counted and what did not, and says why.</summary>
internal sealed class SpanTeller(WorkingCalendar calendar, IReadOnlyList<PausedSpan> pauses)
{
    private readonly List<ExplainedSpan> _told = [];

    private readonly List<(Span Span, string Name)> _closedPeriods =
        [.. calendar.ClosedPeriods.Where(closedPeriod => closedPeriod.IsActive).SelectMany(closedPeriod => SpansOf(closedPeriod, calendar.Zone).Select(span => (span, closedPeriod.Name)))];

    /// <summary>The spans in order; telling ends soon after the most that an explanation lists.</summary>
    public List<ExplainedSpan> Tell(Instant from, Instant to)
    {
        long at = Microseconds.Of(from);
        long end = Microseconds.Of(to);
        while (at < end && _told.Count <= Explanation.MaxSpans)
        {
            long opening = calendar.FirstOpening(Microseconds.ToInstant(at)).TryGet(out Instant next, out _)
                ? Math.Min(Microseconds.Of(next), end)
                : end;
            TellClosed(at, opening);
            at = opening < end ? TellOpen(opening, end) : end;
        }

        return _told;
    }

    /// <summary>Tells the open span that begins here, and gives its end. One that runs over the new year is told in two, and joined.</summary>
    private long TellOpen(long from, long end)
    {
        CalendarYear table = calendar.Timeline.Year(YearStarts.YearOf(from, nameof(from)));
        long to = Math.Min(table.SpanAt(table.LastSpanFrom(from)).To, end);
        TellPaused(from, to);
        return to;
    }

    private void TellPaused(long from, long to)
    {
        foreach (PausedSpan pause in pauses)
        {
            Span overlap = new Span(Microseconds.Of(pause.From), pause.To is { } end ? Microseconds.Of(end) : long.MaxValue).Clip(from, to);
            if (overlap.IsEmpty) continue;
            Add(from, overlap.From, SpanUse.Counted, null);
            Add(overlap.From, overlap.To, SpanUse.Paused, pause.Reason);
            from = overlap.To;
        }

        Add(from, to, SpanUse.Counted, null);
    }

    /// <summary>Tells a closed stretch: first which closed periods removed hours from it, then date by date for special days.</summary>
    private void TellClosed(long from, long to)
    {
        foreach (Span removed in Removed(from, to))
        {
            if (_told.Count > Explanation.MaxSpans) return;
            TellByDate(from, removed.From);
            TellRemoved(removed);
            from = removed.To;
        }

        TellByDate(from, to);
    }

    /// <summary>Tells hours that closed periods removed, by the closed period that lasts longest wherever one begins.</summary>
    private void TellRemoved(Span removed)
    {
        long from = removed.From;
        while (from < removed.To)
        {
            (Span Span, string Name) longest = _closedPeriods.Where(closedPeriod => closedPeriod.Span.From <= from).MaxBy(closedPeriod => closedPeriod.Span.To);
            long end = longest.Span.To > from ? Math.Min(longest.Span.To, removed.To) : removed.To;
            Add(from, end, SpanUse.ClosedPeriod, longest.Name);
            from = end;
        }
    }

    /// <summary>The open time within the stretch if there were no closed periods.</summary>
    private List<Span> Removed(long from, long to)
    {
        if (calendar.ClosedPeriods.Count == 0) return [];
        var planned = new List<Span>();
        LocalDate last = DateOf(to);
        for (LocalDate date = DateOf(from).PlusDays(-2); date <= last; date = date.PlusDays(1))
            calendar.Planner.AddSpans(date, planned);
        return Spans.Union(planned.ConvertAll(span => span.Clip(from, to)));
    }

    private void TellByDate(long from, long to)
    {
        while (from < to && _told.Count <= Explanation.MaxSpans)
        {
            (LocalDate date, long end) = DateAt(from);
            end = Math.Min(end, to);
            SpecialDay? special = calendar.Planner.For(date).SpecialDay;
            Add(from, end, special is null ? SpanUse.Closed : SpanUse.SpecialDay, special?.Name);
            from = end;
        }
    }

    private LocalDate DateOf(long at) => DateAt(at).Date;

    /// <summary>The date that the clocks show, and until when they do: the next midnight, or a change of the clocks before it.</summary>
    private (LocalDate Date, long Until) DateAt(long at)
    {
        ZoneInterval rules = calendar.Zone.GetZoneInterval(Microseconds.ToInstant(at));
        LocalDate date = Microseconds.ToInstant(at).WithOffset(rules.WallOffset).Date;
        long midnight = Microseconds.Of(date.PlusDays(1).AtMidnight().WithOffset(rules.WallOffset).ToInstant());
        return (date, rules.HasEnd ? Math.Min(midnight, Microseconds.Of(rules.End)) : midnight);
    }

    private static List<Span> SpansOf(ClosedPeriod closedPeriod, DateTimeZone zone)
    {
        var spans = new List<Span>();
        closedPeriod.AddSpans(zone, spans);
        return spans;
    }

    private void Add(long from, long to, SpanUse use, string? name)
    {
        if (from >= to) return;
        (Instant start, Instant end) = (Microseconds.ToInstant(from), Microseconds.ToInstant(to));
        if (_told.Count > 0 && _told[^1] is var before && (before.To, before.Use, before.Name) == (start, use, name))
            _told[^1] = before with { To = end };
        else
            _told.Add(new ExplainedSpan(start, end, use, name));
    }
}
