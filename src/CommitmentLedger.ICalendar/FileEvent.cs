using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>One event of a file, with every property that can change its dates.</summary>
internal sealed class FileEvent
{
    private static readonly FrozenSet<string> Dated = FrozenSet.Create(
        StringComparer.Ordinal,
        "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "UID", "SEQUENCE", "DTSTAMP", "SUMMARY");

    /// <summary>The registered properties that say something about an event and nothing about when it is.</summary>
    private static readonly FrozenSet<string> Undated = FrozenSet.Create(
        StringComparer.Ordinal,
        "ATTACH", "ATTENDEE", "CATEGORIES", "CLASS", "COLOR", "COMMENT", "CONCEPT", "CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "GEO",
        "IMAGE", "LAST-MODIFIED", "LINK", "LOCATION", "ORGANIZER", "PRIORITY", "REFID", "RELATED-TO", "REQUEST-STATUS", "RESOURCES",
        "STRUCTURED-DATA", "STYLED-DESCRIPTION", "TRANSP", "URL");

    private static readonly string[] AllDay = ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"];

    private readonly Component _component;
    private readonly ContentLine? _end;
    private readonly ContentLine? _duration;

    public FileEvent(Component component, bool isCancelled)
    {
        _component = component;
        foreach (ContentLine line in component.Lines)
            if (!Dated.Contains(line.Name) && !Undated.Contains(line.Name) && !line.Name.StartsWith("X-", StringComparison.Ordinal))
                throw new BadLineException(line.Number, $"{line.Name} could change the date and is not understood. List what it stands for date by date.");
        if (component.Children.Find(child => child.Name == "VEVENT") is { } within)
            throw new BadLineException(within.Number, "An event stands within another. Give a whole file.");
        _end = component.Single("DTEND");
        _duration = component.Single("DURATION");
        if (_end is not null && _duration is not null) throw new BadLineException(_duration.Number, "There is a DTEND and a DURATION. Give one of them.");
        Uid = component.Single("UID")?.Value;
        Stamp = component.Single("DTSTAMP")?.Value ?? string.Empty;
        Sequence = component.Single("SEQUENCE") is { } sequence ? NumberOf(sequence) : 0;
        IsCancelled = IsStatusCancelled(component.Single("STATUS")) || isCancelled;
        RecurrenceId = component.Single("RECURRENCE-ID") is { } id ? FileTime.Of(id) : null;
        Rule = component.Single("RRULE");
        if (RecurrenceId is not null && Rule is not null) throw new BadLineException(Rule.Number, "What replaces one day of an event cannot repeat. Give it a UID of its own.");
        if (!IsCancelled) Start = FileTime.Of(component.Single("DTSTART") ?? throw new BadLineException(Number, "The event has no DTSTART. Give it a date."));
    }

    /// <summary>The line of its BEGIN.</summary>
    public int Number => _component.Number;

    public string? Uid { get; }

    public int Sequence { get; }

    public string Stamp { get; }

    public bool IsCancelled { get; }

    /// <summary>The day of another event with the same UID that this one replaces; null when it replaces none.</summary>
    public FileTime? RecurrenceId { get; }

    /// <summary>Null only when it is cancelled.</summary>
    public FileTime? Start { get; }

    public ContentLine? Rule { get; }

    public IEnumerable<ContentLine> Lines(string name) => _component.Lines.Where(line => line.Name == name);

    /// <summary>The line on which a program says that it lasts all day; null when none does.</summary>
    public ContentLine? SaidAllDay => _component.Lines.Find(line => AllDay.Contains(line.Name) && line.Value.Trim().ToUpperInvariant() is "TRUE" or "1");

    /// <summary>Where the event ends when it begins then, by the same clock.</summary>
    public LocalDateTime EndOf(LocalDateTime start, DateTimeZone zone)
    {
        if (_duration is not null) return Durations.After(start, _duration, _duration.Value, Start!.IsDate);
        LocalDateTime ends = _end is null ? Start!.Local : FileTime.Of(_end).ByClockOf(Start!, zone);
        if (ends < Start!.Local) throw new BadLineException(_end!.Number, "The event ends before it begins. Correct one of the two.");

        // Many programs give the same date twice where the standard asks for the date after.
        if (ends == Start.Local && Start.IsDate) ends = ends.PlusDays(1);
        return start + Period.Between(Start.Local, ends, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
    }

    /// <summary>The name, without the escapes of the format.</summary>
    /// <exception cref="BadLineException">It cannot name a special day or a closure.</exception>
    public string Name()
    {
        ContentLine? summary = _component.Single("SUMMARY");
        string name = summary is null ? string.Empty : FileText.Unescape(summary.Value);
        try
        {
            return SpecialDay.Closed(new LocalDate(2000, 1, 1), name).Name;
        }
        catch (ArgumentException)
        {
            throw new BadLineException(summary?.Number ?? Number, "The event has no SUMMARY that can be its name. Give it 1 to 100 visible characters.");
        }
    }

    /// <summary>Whether another event says the same of its dates.</summary>
    public bool IsLike(FileEvent other) => Said().SequenceEqual(other.Said(), StringComparer.Ordinal);

    private IEnumerable<string> Said() =>
        _component.Lines.Where(line => Dated.Contains(line.Name) || AllDay.Contains(line.Name))
            .Select(line => $"{line.Name};{string.Join(';', line.Parameters)}:{line.Value}").Append(IsCancelled.ToString())
            .Order(StringComparer.Ordinal);

    private static int NumberOf(ContentLine line) =>
        int.TryParse(line.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new BadLineException(line.Number, "SEQUENCE is no number from 0. Correct it.");

    private static bool IsStatusCancelled(ContentLine? line) => line?.Value.Trim().ToUpperInvariant() switch
    {
        "CANCELLED" => true,
        null or "CONFIRMED" or "TENTATIVE" => false,
        _ => throw new BadLineException(line!.Number, "This STATUS is none of an event. Write CONFIRMED, TENTATIVE or CANCELLED."),
    };
}
