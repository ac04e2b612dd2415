using System.Globalization;
using CommitmentLedger.ICalendar;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger;

/// <summary>
/// Public holidays from iCalendar files (RFC 5545). Strict: what changes a date is honoured, or refused with its line; nothing that could
/// is passed over. Each day is listed with its name, because a feed also holds days on which nobody closes; drop those before adding the
/// rest to a calendar.
/// </summary>
public static class HolidayFile
{
    /// <summary>The most characters of a file.</summary>
    public const int MaxCharacters = 2_000_000;

    /// <summary>
    /// Reads the events of all calendars in a file. An event from midnight to midnight by its own clock, or on dates, gives a special day
    /// for each date; one with a time of day gives a closed period. Rules of repetition, added and excepted dates, moved days, cancellations and
    /// later versions of an event are applied; whether an event makes somebody busy is not asked, since holidays rarely do.
    /// </summary>
    /// <param name="text">The contents of the file.</param>
    /// <param name="within">The dates that are wanted; a rule without an end is followed to its last.</param>
    /// <param name="zone">The zone of the calendar that the days are for: it says which dates are meant by times in UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dates lie outside the years for which calendars answer.</exception>
    /// <returns>The days, or the refusal <c>bad_holiday_file</c> that names the line.</returns>
    public static TimeResult<Holidays> Read(string text, DateInterval within, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(zone);
        if (within.Start.Year < WorkingCalendar.FirstYear || within.End.Year > WorkingCalendar.LastYear)
            throw new ArgumentOutOfRangeException(nameof(within), within, $"Calendars answer for the years {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear}.");
        if (text.Length > MaxCharacters) return Bad(1, $"The file has more than {MaxCharacters} characters. Take one with fewer years.");
        try
        {
            var collected = new HolidayCollector(within, zone);
            FileEvent[] events = [.. Component.Read(ContentLine.Read(text)).SelectMany(FileCalendar.Events)];
            foreach ((FileEvent one, IReadOnlyList<FileTime> replaced) in Revisions.Standing(events, zone).OrderBy(standing => standing.Event.Number))
                collected.Add(one, replaced);
            return collected.ToHolidays();
        }
        catch (BadLineException wrong)
        {
            return Bad(wrong.Number, wrong.Message);
        }
    }

    private static TimeRefusal Bad(int line, string message) =>
        new("bad_holiday_file", string.Create(CultureInfo.InvariantCulture, $"line {line}"), message);
}
