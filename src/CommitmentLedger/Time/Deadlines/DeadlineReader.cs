using System.Globalization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Reads the line that a deadline prints. The first thing that is wrong ends the reading and is named.</summary>
internal sealed class DeadlineReader
{
    private const int MaxTextLength = 2000;

    private readonly TextWords _words;

    private DeadlineReader(string text) => _words = new TextWords(text);

    public static TimeResult<Deadline> Read(string text)
    {
        if (text.Length is 0 or > MaxTextLength) return Bad("text", $"is empty or longer than {MaxTextLength} characters");
        try
        {
            return new DeadlineReader(text).Read();
        }
        catch (FormatException wrong)
        {
            return Bad("text", wrong.Message);
        }
    }

    private Deadline Read()
    {
        string form = _words.Next("form");
        Deadline.Parts parts = form switch
        {
            "at" => new() { Form = DeadlineForm.At, Due = Instant("at") },
            "by" => new() { Form = DeadlineForm.By, LocalDue = Local("by") },
            "between" => new() { Form = DeadlineForm.Between, LocalOpens = Local("between"), LocalDue = LocalAfter("and") },
            "within" => Counted(DeadlineForm.Within, "from"),
            "ahead" => Counted(DeadlineForm.Ahead, "of"),
            _ => throw new FormatException($"'{form}' is no form of deadline"),
        };
        DateTimeZone zone = Zone(_words.After("in"));
        parts.Zone = zone;
        if (parts.From is not null) parts.Calendar = new CalendarVersion(Name(_words.After("calendar")), Version(_words.After("version")));
        if (parts.Form == DeadlineForm.Between) parts.Opens = InstantAfter("opens");
        if (parts.Form != DeadlineForm.At) parts.Due = InstantAfter("due");
        parts.TzdbVersion = Name(_words.After("tzdb"));
        if (!_words.AtEnd) parts.Said = Bounded(_words.After("said"), BoundedText.MaxSayingLength, "said");
        if (!_words.AtEnd) throw new FormatException("there is more text than a deadline has");
        if (parts.Opens >= parts.Due || parts.LocalOpens >= parts.LocalDue) throw new FormatException("the window opens when it is due or later");
        if (parts.LocalOpens is { } opens) RequireNear(opens, parts.Opens!.Value, zone, "opens");
        if (parts.LocalDue is { } due) RequireNear(due, parts.Due, zone, "due");
        if (parts.Form == DeadlineForm.Within && parts.Due < parts.From) throw new FormatException("'due' lies before what it is counted from");
        if (parts.Form == DeadlineForm.Ahead && parts.Due > parts.From) throw new FormatException("'due' lies after what it is ahead of");
        return Deadline.Of(parts);
    }

    /// <summary>The local time belongs to its instant, and today's rules can resolve it again.</summary>
    private static void RequireNear(LocalDateTime local, Instant instant, DateTimeZone zone, string field)
    {
        if (!LocalTimes.IsNear(local, instant)) throw new FormatException($"'{field}' is not the instant of its local time in any zone");
        if (!LocalTimes.IsWithinYears(local, zone)) throw OutsideYears(field);
    }

    private Deadline.Parts Counted(DeadlineForm form, string fromWord)
    {
        var parts = new Deadline.Parts { Form = form };
        string amount = _words.Next("amount");
        if (BusinessTime.TryParse(amount, null, out BusinessTime time)) parts.Time = time;
        else if (BusinessDays.TryParse(amount, null, out BusinessDays days)) parts.Days = days;
        else throw new FormatException($"'{amount}' is neither open time nor working days");
        parts.From = InstantAfter(fromWord);
        return parts;
    }

    private LocalDateTime Local(string field) =>
        DeadlineText.Locals.Parse(_words.Next(field)).TryGetValue(default, out LocalDateTime local) && LocalTimes.IsResolvable(local)
            ? local
            : throw new FormatException($"'{field}' is no local date and time");

    private LocalDateTime LocalAfter(string word)
    {
        _words.Expect(word);
        return Local(word);
    }

    private Instant Instant(string field)
    {
        bool isRead = DeadlineText.Instants.Parse(_words.Next(field)).TryGetValue(default, out Instant instant);
        if (!isRead || Microseconds.Truncate(instant) != instant)
            throw new FormatException($"'{field}' is no instant in whole microseconds");
        if (!YearStarts.AreAround(Microseconds.Of(instant)))
            throw OutsideYears(field);
        return instant;
    }

    private static FormatException OutsideYears(string field) =>
        new($"'{field}' lies outside the years {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear}");

    private Instant InstantAfter(string word)
    {
        _words.Expect(word);
        return Instant(word);
    }

    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new FormatException($"the tz database does not know the zone '{id}'");

    private static int Version(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version >= 1
            ? version
            : throw new FormatException("'version' is no number from 1");

    private static string Name(string text) => Bounded(text, BoundedText.MaxNameLength, "name");

    private static string Bounded(string text, int longest, string field) =>
        BoundedText.Problem(text, longest) is { } problem ? throw new FormatException($"'{field}' {problem}") : text;

    private static TimeRefusal Bad(string field, string problem) =>
        new("bad_deadline", field, $"This is no deadline: {problem}. Keep the text as it was printed.");
}
