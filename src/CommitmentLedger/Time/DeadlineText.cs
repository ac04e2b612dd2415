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

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public static string Print(Deadline deadline)
    {
        var text = new StringBuilder(Head(deadline));
        Append(text, "in", deadline.Zone.Id);
        if (deadline.Calendar is { } calendar)
        {
            Append(text, "calendar", calendar.Name);
            Append(text, "version", calendar.Version.ToString(CultureInfo.InvariantCulture));
        }

        if (deadline.Opens is { } opens) Append(text, "opens", Instants.Format(opens));
        if (deadline.Form != DeadlineForm.At) Append(text, "due", Instants.Format(deadline.Due));
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

    private static string Head(Deadline deadline) => deadline.Form switch
    {
        DeadlineForm.At => $"at {Instants.Format(deadline.Due)}",
        DeadlineForm.By => $"by {Locals.Format(deadline.LocalDue!.Value)}",
        DeadlineForm.Between => $"between {Locals.Format(deadline.LocalOpens!.Value)} and {Locals.Format(deadline.LocalDue!.Value)}",
        DeadlineForm.Within => $"within {Amount(deadline)} from {Instants.Format(deadline.From!.Value)}",
        _ => $"ahead {Amount(deadline)} of {Instants.Format(deadline.From!.Value)}",
    };

    private static string Amount(Deadline deadline) => deadline.Time is { } time ? time.ToString() : deadline.Days!.Value.ToString();

    private static void Append(StringBuilder text, string word, string value, bool alwaysQuoted = false)
    {
        text.Append(' ').Append(word).Append(' ');
        if (alwaysQuoted || value.Contains(' ', StringComparison.Ordinal) || value.Contains('"', StringComparison.Ordinal))
            text.Append('"').Append(Escape(value)).Append('"');
        else
            text.Append(value);
    }

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
