namespace CommitmentLedger.Time;

/// <summary>Sets of spans: union and difference. Overlaps count once.</summary>
internal static class Spans
{
    /// <summary>The union, in order; touching spans become one, empty ones vanish.</summary>
    public static List<Span> Union(List<Span> spans)
    {
        spans.Sort(static (left, right) => left.From.CompareTo(right.From));
        var union = new List<Span>(spans.Count);
        foreach (Span span in spans)
        {
            if (span.IsEmpty) continue;
            if (union.Count > 0 && span.From <= union[^1].To)
                union[^1] = new Span(union[^1].From, Math.Max(union[^1].To, span.To));
            else
                union.Add(span);
        }

        return union;
    }

    /// <summary>The part of the first set that is not in the second; both must be unions.</summary>
    public static List<Span> Except(List<Span> spans, List<Span> removed)
    {
        if (removed.Count == 0) return spans;
        var left = new List<Span>(spans.Count);
        int first = 0;
        foreach (Span span in spans)
        {
            while (first < removed.Count && removed[first].To <= span.From) first++;
            long from = span.From;
            for (int i = first; i < removed.Count && removed[i].From < span.To; i++)
            {
                if (removed[i].From > from) left.Add(new Span(from, removed[i].From));
                from = Math.Max(from, removed[i].To);
            }

            if (from < span.To) left.Add(new Span(from, span.To));
        }

        return left;
    }
}
