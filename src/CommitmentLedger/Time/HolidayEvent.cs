using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>One event of a holiday file while it is read.</summary>
internal sealed class HolidayEvent
{
    private const string EveryYear = "FREQ=YEARLY";

    /// <summary>The year after it is NodaTime's last, in which counting on would overflow.</summary>
    private const int LastYear = 9998;

    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private LocalDate? _start;
    private LocalDate? _end;
    private string? _name;
    private bool _hasTime;
    private string? _rule;
    private bool _isCancelled;

    /// <summary>Takes in one line; gives what is wrong with it, or null.</summary>
    public string? Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "DTSTART" when line.Value.Contains('T', StringComparison.Ordinal):
                _hasTime = true;
                return null;
            case "DTSTART":
                return TakeDate(line.Value, ref _start);
            case "DTEND" when line.Value.Contains('T', StringComparison.Ordinal):
                return null;
            case "DTEND":
                return TakeDate(line.Value, ref _end);
            case "SUMMARY":
                _name = Unescape(line.Value);
                return null;
            case "STATUS":
                _isCancelled = line.Value == "CANCELLED";
                return null;
            case "RRULE":
                _rule = line.Value;
                return null;
            default:
                return null;
        }
    }

    /// <summary>Adds the days of the finished event; gives what is wrong with it, or null.</summary>
    public string? AddTo(List<SpecialDay> days)
    {
        if (_hasTime || _isCancelled) return null;
        if (_start is not { } first) return "The event has no DTSTART. Give it a date.";
        if (_rule is not (null or EveryYear or EveryYear + ";INTERVAL=1"))
            return $"'{_rule}' repeats otherwise than every year. List such dates one by one.";
        LocalDate end = _end ?? first.PlusDays(1);
        if (end == first) end = first.PlusDays(1);
        int length = Period.DaysBetween(first, end);
        if (length is < 1 or > HolidayFile.MostDaysInEvent)
            return $"The event ends before it begins or covers more than {HolidayFile.MostDaysInEvent} days. Split or correct it.";
        if (BoundedText.Problem(_name, BoundedText.LongestName) is { } problem) return $"The SUMMARY {problem}";
        if (days.Count + length > WorkingCalendar.MostEntries)
            return $"The file has more than {WorkingCalendar.MostEntries} days. Take one with fewer years.";
        for (LocalDate date = first; date < end; date = date.PlusDays(1))
            days.Add(_rule is not null ? SpecialDay.Closed(new AnnualDate(date.Month, date.Day), _name!) : SpecialDay.Closed(date, _name!));
        return null;
    }

    private static string? TakeDate(string text, ref LocalDate? date)
    {
        if (!Dates.Parse(text).TryGetValue(default, out LocalDate read) || read.Year > LastYear) return $"'{text}' is no date. Write it as 20261225.";
        date = read;
        return null;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) plain.Append(text[++i] is 'n' or 'N' ? ' ' : text[i]);
            else plain.Append(text[i]);
        }

        return plain.ToString().Trim();
    }
}
