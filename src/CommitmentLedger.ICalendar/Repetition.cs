using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>The days that a rule of repetition names. Ical.Net evaluates the rule; what it would pass over is refused before.</summary>
internal static class Repetition
{
    /// <summary>Steps after which a rule that names nothing is given up; a year without a 29th of February is one.</summary>
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 2000 };

    /// <summary>The starts in order, up to and with the last date.</summary>
    /// <exception cref="BadLineException">The rule is not understood, names nothing, or does not name the start.</exception>
    public static List<LocalDateTime> Starts(ContentLine line, FileTime start, DateTimeZone zone, LocalDate last, Budget budget)
    {
        Dictionary<string, string> parts = RuleParts.Of(line, start.IsDate);
        (LocalDateTime Sure, LocalDateTime Possible)? until = parts.Remove(RuleParts.Until, out string? text) ? UntilOf(line, text, start, zone) : null;
        if (start.Local > until?.Possible) throw new BadLineException(line.Number, "UNTIL is before the event begins, so that no day would be left. Correct one of the two.");
        var starts = new List<LocalDateTime>();
        foreach (LocalDateTime at in Evaluate(line, string.Join(';', parts.Select(part => $"{part.Key}={part.Value}")), start))
        {
            if (starts.Count == 0 && at != start.Local) throw new BadLineException(start.Number, "The event begins on a day that its RRULE does not name. Correct one of the two.");
            if (at.Date > last || at > until?.Possible) break;
            if (at > until?.Sure) throw new BadLineException(line.Number, $"It cannot be told whether UNTIL includes {at.Date:uuuu-MM-dd}. Write UNTIL in the form of DTSTART.");
            budget.Spend(line);
            starts.Add(at);
        }

        return starts;
    }

    /// <summary>
    /// The last start that is surely meant, and the last that might be: programs end dates at an instant, and times at a date.
    /// </summary>
    private static (LocalDateTime Sure, LocalDateTime Possible) UntilOf(ContentLine line, string text, FileTime start, DateTimeZone zone)
    {
        FileTime until = FileTime.Read(line, text);
        if (until.IsDate == start.IsDate)
        {
            LocalDateTime one = until.TimeZoneId is null ? until.Local : until.ByClockOf(start, zone);
            return (one, one);
        }

        if (until.IsDate) return (until.Local, until.Local.Date.At(LocalTime.MaxValue));
        LocalDateTime[] dates = [until.Local.Date.AtMidnight(), until.At(zone).InZone(zone).Date.AtMidnight()];
        return (dates.Min(), dates.Max());
    }

    private static IEnumerable<LocalDateTime> Evaluate(ContentLine line, string rule, FileTime start)
    {
        using IEnumerator<Occurrence> occurrences = Guarded(line, () => new CalendarEvent
        {
            DtStart = ToLibrary(start),
            RecurrenceRule = new RecurrenceRule(rule),
        }.GetOccurrences(null, Bounded).GetEnumerator());
        while (Guarded(line, occurrences.MoveNext)) yield return ToNodaTime(occurrences.Current.Period.StartTime);
    }

    private static T Guarded<T>(ContentLine line, Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or OverflowException or EvaluationException)
        {
            throw RuleParts.Bad(line);
        }
    }

    /// <summary>As a time by any clock on the wall: the rule is evaluated by the event's own clock, whatever its zone.</summary>
    private static CalDateTime ToLibrary(FileTime start) => start.IsDate
        ? new CalDateTime(start.Local.Year, start.Local.Month, start.Local.Day)
        : new CalDateTime(start.Local.Year, start.Local.Month, start.Local.Day, start.Local.Hour, start.Local.Minute, start.Local.Second);

    private static LocalDateTime ToNodaTime(CalDateTime time) => new(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second);
}
