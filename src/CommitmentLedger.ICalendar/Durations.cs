using NodaTime;
using Length = Ical.Net.DataTypes.Duration;

namespace CommitmentLedger.ICalendar;

/// <summary>Lengths as a file writes them: <c>P2D</c>, <c>PT8H</c>.</summary>
internal static class Durations
{
    /// <summary>The time on the clock when so much has passed; days are dates, and hours go by the clock on the wall.</summary>
    /// <exception cref="BadLineException">The text is no length, is not positive, is not in days for a date, or leads beyond the years that are counted.</exception>
    public static LocalDateTime After(LocalDateTime start, ContentLine line, string text, bool isDate)
    {
        if (Parse(line, text) is not { } length) throw Bad(line, text);
        bool hasTime = length.Hours is not null || length.Minutes is not null || length.Seconds is not null;
        if (isDate && hasTime) throw new BadLineException(line.Number, $"'{text}' has hours, and the event begins on a date. Give days.");
        Period period = new PeriodBuilder
        {
            Weeks = length.Weeks ?? 0,
            Days = length.Days ?? 0,
            Hours = length.Hours ?? 0,
            Minutes = length.Minutes ?? 0,
            Seconds = length.Seconds ?? 0,
        }.Build();
        return Later(start, period) is { } end && end > start ? end : throw Bad(line, text);
    }

    /// <summary>The time so much later; null when it is beyond the years that are counted.</summary>
    public static LocalDateTime? Later(LocalDateTime start, Period length)
    {
        try
        {
            LocalDateTime end = start + length;
            return FileTime.IsCounted(end) ? end : null;
        }
        catch (Exception far) when (far is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
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

    private static BadLineException Bad(ContentLine line, string text) => new(line.Number, $"'{text}' is no length of time that an event can have. Write P2D or PT8H.");
}
