using System.Globalization;

namespace CommitmentLedger;

/// <summary>
/// Public holidays from an iCalendar file (RFC 5545). All-day events only: those whose start is a date without a time. Each is listed
/// with its name, because a feed also holds days on which nobody closes; drop those before adding the rest to a calendar.
/// </summary>
public static class HolidayFile
{
    /// <summary>The most characters of a file.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>The most days that one event may cover.</summary>
    public const int MostDaysInEvent = 31;

    private const string Calendar = "VCALENDAR";
    private const string Event = "VEVENT";

    /// <summary>
    /// Reads the all-day events, one special day for each date, in the order of the file. An event over several days gives one for
    /// each; one that repeats every year gives a yearly day; cancelled ones and those with a time of day are left out.
    /// </summary>
    /// <returns>
    /// The days, or the refusal <c>bad_holiday_file</c> that names the line: for a file that is cut off or no iCalendar file, and for an
    /// event without a name or with a rule of repetition other than every year.
    /// </returns>
    public static TimeResult<IReadOnlyList<SpecialDay>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters) return Bad(1, $"The file has more than {MostCharacters} characters. Take one with fewer years.");
        List<ContentLine> lines = ContentLine.Read(text);
        if (lines is not [{ Name: "BEGIN", Value: Calendar }, ..])
            return Bad(1, "The file does not begin with BEGIN:VCALENDAR. Give an iCalendar file.");
        var days = new List<SpecialDay>();
        var open = new Stack<string>();
        var holiday = new HolidayEvent();
        foreach (ContentLine line in lines)
        {
            string? problem = null;
            if (line.Name == "BEGIN")
            {
                open.Push(line.Value);
                if (line.Value == Event) holiday = new HolidayEvent();
            }
            else if (open.Count == 0)
            {
                problem = "Nothing may follow the end of the calendar. Give one calendar.";
            }
            else if (line.Name != "END")
            {
                if (open.Peek() == Event) problem = holiday.Take(line);
            }
            else if (open.Pop() != line.Value)
            {
                problem = $"END:{line.Value} ends something that was not begun last. Give a whole file.";
            }
            else if (line.Value == Event)
            {
                problem = holiday.AddTo(days);
            }

            if (problem is not null) return Bad(line.Number, problem);
        }

        return open.Count > 0 ? Bad(lines[^1].Number, $"The file is cut off: {open.Peek()} has no end. Give a whole file.") : days;
    }

    private static TimeRefusal Bad(int line, string message) =>
        new("bad_holiday_file", string.Create(CultureInfo.InvariantCulture, $"line {line}"), message);
}
