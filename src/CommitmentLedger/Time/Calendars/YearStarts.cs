using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The instants at which the years of a calendar's range begin in UTC.</summary>
internal static class YearStarts
{
    private const long MicrosecondsInYear = 31_556_952_000_000;
    private const long Week = 7 * 86_400_000_000;

    private static readonly long[] Starts = CreateStarts();

    /// <summary>A week before the first year begins anywhere; nothing before it matters to a calendar.</summary>
    public static long Earliest => Starts[0] - Week;

    /// <summary>A week after the last year is over anywhere.</summary>
    public static long Latest => Starts[^1] + Week;

    public static long Of(int year) => Starts[year - WorkingCalendar.FirstYear];

    /// <summary>Whether an instant lies in the range.</summary>
    public static bool AreAround(long instant) => instant >= Starts[0] && instant < Starts[^1];

    /// <summary>The UTC year in which an instant lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the range.</exception>
    public static int YearOf(long instant, string field)
    {
        if (!AreAround(instant))
            throw new ArgumentOutOfRangeException(
                field,
                Microseconds.ToInstant(instant),
                $"Calendars answer for the years {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear}.");

        // Years of average length miss the right one by at most one.
        int index = Math.Clamp((int)((instant - Starts[0]) / MicrosecondsInYear), 0, Starts.Length - 2);
        if (instant < Starts[index]) index--;
        else if (instant >= Starts[index + 1]) index++;
        return WorkingCalendar.FirstYear + index;
    }

    private static long[] CreateStarts()
    {
        var starts = new long[WorkingCalendar.LastYear - WorkingCalendar.FirstYear + 2];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = Microseconds.Of(Instant.FromUtc(WorkingCalendar.FirstYear + i, 1, 1, 0, 0));
        return starts;
    }
}
