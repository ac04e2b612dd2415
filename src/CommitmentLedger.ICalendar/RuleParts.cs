using System.Collections.Frozen;
using System.Globalization;

namespace CommitmentLedger.ICalendar;

/// <summary>The parts of a rule of repetition. What the standard forbids and Ical.Net would pass over or read as something else is refused.</summary>
internal static class RuleParts
{
    public const string Count = "COUNT";
    public const string Until = "UNTIL";

    private const string ByDay = "BYDAY";
    private const string ByMonth = "BYMONTH";
    private const string ByWeekNumber = "BYWEEKNO";
    private const string BySetPosition = "BYSETPOS";
    private const int WeeksOfYear = 53;
    private const int WeeksOfMonth = 5;

    /// <summary>The frequencies, each with the parts that do not go with it.</summary>
    private static readonly FrozenDictionary<string, string[]> Forbidden = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["YEARLY"] = [],
        ["MONTHLY"] = [ByWeekNumber, "BYYEARDAY"],
        ["WEEKLY"] = [ByWeekNumber, "BYYEARDAY", "BYMONTHDAY"],
        ["DAILY"] = [ByWeekNumber, "BYYEARDAY"],
        ["HOURLY"] = [ByWeekNumber],
        ["MINUTELY"] = [ByWeekNumber],
        ["SECONDLY"] = [ByWeekNumber],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] OfDates = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"];
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] OfTimes = ["BYHOUR", "BYMINUTE", "BYSECOND"];

    /// <summary>The parts by their names, all in upper case.</summary>
    /// <param name="line">The rule.</param>
    /// <param name="isDate">Whether the event begins on a date without a time.</param>
    /// <exception cref="BadLineException">It is no rule, or its parts do not go together.</exception>
    public static Dictionary<string, string> Of(ContentLine line, bool isDate)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in line.Value.Trim().ToUpperInvariant().Split(';'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || part.AsSpan().ContainsAny(" \t") || !parts.TryAdd(part[..equals], part[(equals + 1)..])) throw Bad(line);
        }

        if (parts.ContainsKey(Until) && parts.ContainsKey(Count)) throw Bad(line);
        if (!parts.TryGetValue("FREQ", out string? frequency) || !Forbidden.TryGetValue(frequency, out string[]? forbidden)) throw Bad(line);
        if (Array.Find(forbidden, parts.ContainsKey) is { } misplaced) throw Bad(line, $"{misplaced} does not go with FREQ={frequency}");
        if (isDate && !OfDates.Contains(frequency)) throw Bad(line, $"FREQ={frequency} does not go with a DTSTART that is a date");
        if (isDate && Array.Find(OfTimes, parts.ContainsKey) is { } time) throw Bad(line, $"{time} does not go with a DTSTART that is a date");
        if (parts.ContainsKey(BySetPosition) && !parts.Keys.Any(part => part.StartsWith("BY", StringComparison.Ordinal) && part != BySetPosition))
            throw Bad(line, $"{BySetPosition} is alone, without the part that it chooses from");
        if (parts.TryGetValue(ByDay, out string? days)) CheckDays(line, days, MaxWeeks(frequency, parts));
        return parts;
    }

    public static BadLineException Bad(ContentLine line, string problem = "It is no rule of repetition that is understood, or names no day") =>
        new(line.Number, $"'{line.Value}': {problem}. Correct it, or list the dates one by one with RDATE.");

    /// <summary>The highest number that a weekday can have; 0 when it can have none.</summary>
    private static int MaxWeeks(string frequency, Dictionary<string, string> parts) => frequency switch
    {
        "YEARLY" when parts.ContainsKey(ByWeekNumber) => 0,
        "YEARLY" => parts.ContainsKey(ByMonth) ? WeeksOfMonth : WeeksOfYear,
        "MONTHLY" => WeeksOfMonth,
        _ => 0,
    };

    private static void CheckDays(ContentLine line, string days, int most)
    {
        foreach (string day in days.Split(','))
        {
            int number = 0;
            bool hasNumber = day.Length > 2;
            bool isDay = day.Length >= 2 && Weekdays.Contains(day[^2..]);
            if (!isDay || (hasNumber && !int.TryParse(day.AsSpan(..^2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)))
                throw Bad(line, $"'{day}' is no weekday");
            if (!hasNumber) continue;
            if (most == 0) throw Bad(line, $"'{day}' has a number, and only a month, or a year without {ByWeekNumber}, counts its weekdays");
            if (number == 0 || number > most || number < -most) throw Bad(line, $"'{day}' has a number that is not from 1 to {most}");
        }
    }
}
