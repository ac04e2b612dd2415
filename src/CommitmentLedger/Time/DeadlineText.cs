using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>The line that a deadline prints for machines, and the one for people.</summary>
internal static class DeadlineText
{
    public static readonly InstantPattern Instants = InstantPattern.ExtendedIso;
    public static readonly LocalDateTimePattern Locals = LocalDateTimePattern.ExtendedIso;

    private const int UsualLength = 128;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

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

    public static string ForPeople(Deadline deadline, CultureInfo language)
    {
        LocalDateTime due = deadline.Due.InZone(deadline.Zone).LocalDateTime;
        if (deadline.Opens is not { } start) return $"{DateAndTime(due, language)} ({deadline.Zone.Id})";
        LocalDateTime opens = start.InZone(deadline.Zone).LocalDateTime;
        return opens.Date == due.Date
            ? $"{DateAndTime(opens, language)}–{Time(due.TimeOfDay)} ({deadline.Zone.Id})"
            : $"{DateAndTime(opens, language)} – {DateAndTime(due, language)} ({deadline.Zone.Id})";
    }

    /// <summary><c>Sat 14 Nov 2026 15:00</c>, with seconds only where there are any.</summary>
    public static string DateAndTime(LocalDateTime local, CultureInfo? language = null) =>
        $"{local.Date.ToString("ddd d MMM uuuu", language ?? CultureInfo.InvariantCulture)} {Time(local.TimeOfDay)}";

    public static string Time(LocalTime time) => (time.Second == 0 ? Minutes : Seconds).Format(time);

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
