using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Time;

/// <summary>The line that a deadline prints for machines, and the one for people.</summary>
internal static class DeadlineText
{
    public static readonly InstantPattern Instants = InstantPattern.ExtendedIso;
    public static readonly LocalDateTimePattern Locals = LocalDateTimePattern.ExtendedIso;

    private const int UsualLength = 128;

    public static string Print(Deadline deadline)
    {
        var text = new StringBuilder(UsualLength);
        Head(text, deadline);
        Append(text, "in", deadline.Zone.Id);
        if (deadline.Calendar is { } calendar)
        {
            Append(text, "calendar", calendar.Name);
            Append(text, "version", calendar.Version.ToString(CultureInfo.InvariantCulture));
        }

        if (deadline.Opens is { } opens) Append(text, "opens", opens);
        if (deadline.Form != DeadlineForm.At) Append(text, "due", deadline.Due);
        Append(text, "tzdb", deadline.TzdbVersion);
        if (deadline.Said is { } said) Append(text, "said", said, alwaysQuoted: true);
        return text.ToString();
    }

    /// <summary>The wall-clock time that was promised; see <see cref="ToldTime"/>.</summary>
    public static string ForPeople(Deadline deadline, CultureInfo language)
    {
        string told = deadline.ToldOpens is { } opens
            ? Window(opens, deadline.ToldDue, deadline.Zone, language)
            : DateAndTime(deadline.ToldDue, deadline.Zone, language);
        return $"{(language.TextInfo.IsRightToLeft ? $"\u2067{told}\u2069" : told)} ({deadline.Zone.Id})";
    }

    /// <summary><c>Sat 14 Nov 2026 15:00</c>, with seconds only where there are any, and the offset where the clocks show that time twice.</summary>
    public static string DateAndTime(OffsetDateTime told, DateTimeZone zone, CultureInfo language) =>
        DateAndTime(told, ToldTime.OccursTwice(told, zone), language);

    private static string Window(OffsetDateTime opens, OffsetDateTime due, DateTimeZone zone, CultureInfo language)
    {
        bool withOffsets = ToldTime.IsDoubtful(opens, due, zone);
        return opens.Date == due.Date
            ? $"{DateAndTime(opens, withOffsets, language)}–{DateText.Time(due, withOffsets)}"
            : $"{DateAndTime(opens, withOffsets, language)} – {DateAndTime(due, withOffsets, language)}";
    }

    private static string DateAndTime(OffsetDateTime told, bool withOffset, CultureInfo language) =>
        $"{DateText.Date(told.Date, language)} {DateText.Time(told, withOffset)}";

    private static void Head(StringBuilder text, Deadline deadline)
    {
        switch (deadline.Form)
        {
            case DeadlineForm.At:
                text.Append("at ");
                Append(text, deadline.Due);
                break;
            case DeadlineForm.By:
                text.Append("by ").Append(Locals.Format(deadline.LocalDue!.Value));
                break;
            case DeadlineForm.Between:
                text.Append("between ").Append(Locals.Format(deadline.LocalOpens!.Value)).Append(" and ").Append(Locals.Format(deadline.LocalDue!.Value));
                break;
            default:
                text.Append(deadline.Form == DeadlineForm.Within ? "within " : "ahead ").Append(Amount(deadline));
                Append(text, deadline.Form == DeadlineForm.Within ? "from" : "of", deadline.From!.Value);
                break;
        }
    }

    private static string Amount(Deadline deadline) => deadline.Time is { } time ? time.ToString() : deadline.Days!.Value.ToString();

    private static void Append(StringBuilder text, string word, string value, bool alwaysQuoted = false)
    {
        text.Append(' ').Append(word).Append(' ');
        if (alwaysQuoted || value.Contains(' ', StringComparison.Ordinal) || value.Contains('"', StringComparison.Ordinal))
            text.Append('"').Append(Escape(value)).Append('"');
        else
            text.Append(value);
    }

    private static void Append(StringBuilder text, string word, Instant value)
    {
        text.Append(' ').Append(word).Append(' ');
        Append(text, value);
    }

    /// <summary>The instants of a deadline are whole microseconds, which the platform's own dates hold and print alike.</summary>
    private static void Append(StringBuilder text, Instant value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value.ToDateTimeUtc():yyyy-MM-ddTHH:mm:ss.FFFFFFK}");

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
