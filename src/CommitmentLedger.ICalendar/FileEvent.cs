using System.Collections.Frozen;
using System.Globalization;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>One event of a file, with every property that can change its dates.</summary>
internal sealed class FileEvent
{
    /// <summary>The most characters of the name of a special day or a closed period.</summary>
    private const int MaxNameLength = 100;

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
        Uid = component.Single("UID")?.Value.Trim() is { Length: > 0 } uid ? uid : null;
        Stamp = component.Single("DTSTAMP")?.Value ?? string.Empty;
        Sequence = component.Single("SEQUENCE") is { } sequence ? NumberOf(sequence) : 0;
        IsCancelled = IsStatusCancelled(component.Single("STATUS")) || isCancelled;
        RecurrenceId = component.Single("RECURRENCE-ID") is { } id ? FileTime.Of(id) : null;
        Rule = component.Single("RRULE");
        if (RecurrenceId is not null && Rule is not null) throw new BadLineException(Rule.Number, "What replaces one day of an event cannot repeat. Give it a UID of its own.");
        if (Uid is null && (IsCancelled || RecurrenceId is not null))
            throw new BadLineException(Number, "The event cancels or replaces another and has no UID that says which. Give it the UID of the other.");
        if (!IsCancelled) Start = FileTime.Of(component.Single("DTSTART") ?? throw new BadLineException(Number, "The event has no DTSTART. Give it a date."));
    }

    /// <summary>The line of its BEGIN.</summary>
    public int Number => _component.Number;

    /// <summary>Null when it has none; then no other event belongs to it.</summary>
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
        int number = _end?.Number ?? Start!.Number;
        if (ends < Start!.Local) throw new BadLineException(number, "The event ends before it begins. Correct one of the two.");
        if (ends == Start.Local && !Start.IsDate)
            throw new BadLineException(number, "The event has a time of day and no length. Give it a later DTEND or a DURATION, or write DTSTART as a date.");

        // Many programs give the same date twice where the standard asks for the date after.
        if (ends == Start.Local && Start.IsDate) ends = ends.PlusDays(1);
        return Durations.Later(start, Period.Between(Start.Local, ends, PeriodUnits.Days | PeriodUnits.AllTimeUnits))
            ?? throw new BadLineException(number, "The event or one of its repetitions ends after the year 9998. Give it a nearer end.");
    }

    /// <summary>The name, without the escapes of the format and without what cannot be seen.</summary>
    /// <exception cref="BadLineException">It cannot name a special day or a closed period.</exception>
    public string Name()
    {
        ContentLine? summary = _component.Single("SUMMARY");
        string name = summary is null ? string.Empty : FileText.Seen(FileText.Unescape(summary.Value));
        return Kept(name) ?? Kept(FileText.WithoutJoiners(name)) ?? throw new BadLineException(summary?.Number ?? Number, name.Length switch
        {
            0 => "The event has no SUMMARY that can be its name. Give it 1 to 100 visible characters.",
            > MaxNameLength => "The SUMMARY is longer than the 100 characters that a name can have. Shorten it.",
            _ => "The SUMMARY has characters that cannot be kept in a name, such as invisible ones. Type it anew without them.",
        });
    }

    /// <summary>Whether another event says the same of its dates.</summary>
    public bool IsLike(FileEvent other) => Said().SequenceEqual(other.Said(), StringComparer.Ordinal);

    private IEnumerable<string> Said() =>
        _component.Lines.Where(line => Dated.Contains(line.Name) || AllDay.Contains(line.Name))
            .Select(line => $"{line.Name};{string.Join(';', line.Parameters)}:{line.Value}").Append(IsCancelled.ToString())
            .Order(StringComparer.Ordinal);

    private static string? Kept(string name)
    {
        try
        {
            return SpecialDay.Closed(new LocalDate(2000, 1, 1), name).Name;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

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
