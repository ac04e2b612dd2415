using NodaTime;
using Length = Ical.Net.DataTypes.Duration;

namespace CommitmentLedger.ICalendar;

/// <summary>Lengths as a file writes them: <c>P2D</c>, <c>PT8H</c>.</summary>
internal static class Durations
{
    /// <summary>The time on the clock when so much has passed; days are dates, and hours go by the clock on the wall.</summary>
    /// <exception cref="BadLineException">The text is no length, is negative, or is not in days for a date.</exception>
    public static LocalDateTime After(LocalDateTime start, ContentLine line, string text, bool isDate)
    {
        if (Parse(line, text) is not { } length) throw Bad(line, text);
        bool hasTime = length.Hours is not null || length.Minutes is not null || length.Seconds is not null;
        if (isDate && hasTime) throw new BadLineException(line.Number, $"'{text}' has hours, and the event begins on a date. Give days.");
        LocalDateTime end;
        try
        {
            end = start.PlusWeeks(length.Weeks ?? 0).PlusDays(length.Days ?? 0)
                .PlusHours(length.Hours ?? 0).PlusMinutes(length.Minutes ?? 0).PlusSeconds(length.Seconds ?? 0);
        }
        catch (OverflowException)
        {
            throw Bad(line, text);
        }

        return end > start || (end == start && !isDate) ? end : throw Bad(line, text);
    }

    private static Length? Parse(ContentLine line, string text)
    {
        try
        {
            return text.AsSpan().ContainsAnyInRange('0', '9') ? Length.Parse(text) : null;
        }
        catch (FormatException)
        {
            throw Bad(line, text);
        }
    }

    private static BadLineException Bad(ContentLine line, string text) => new(line.Number, $"'{text}' is no length of time. Write P2D or PT8H.");
}
