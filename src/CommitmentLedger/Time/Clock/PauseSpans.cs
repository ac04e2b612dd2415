using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Pauses as a set of spans, whatever order and overlap they come in.</summary>
internal static class PauseSpans
{
    public static TimeRefusal StillPaused { get; } = new(
        "paused",
        "pauses",
        "The clock waits for the customer, so nothing is due. Ask for the time remaining, or for the instant that would be due if it were resumed now.");

    public static List<Span> Union(IReadOnlyList<Interval> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        var spans = new List<Span>(pauses.Count);
        foreach (Interval pause in pauses)
        {
            spans.Add(new Span(
                pause.HasStart ? Microseconds.Of(pause.Start) : long.MinValue,
                pause.HasEnd ? Microseconds.Of(pause.End) : long.MaxValue));
        }

        return Spans.Union(spans);
    }
}
