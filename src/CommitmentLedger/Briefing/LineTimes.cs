using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>
/// How a line of a briefing tells times: by the clock of its promise. The zone is named where the heading has another, the year where
/// it is not this one here and in the heading, and the offset where the clocks show a time twice. Equal where they tell by the same
/// clock: what is told is the same whenever and wherever it is read.
/// </summary>
/// <param name="Now">When the briefing is read.</param>
/// <param name="Zone">The zone of the line.</param>
/// <param name="Heading">The zone of the briefing, which its heading names.</param>
internal sealed record LineTimes(Instant Now, DateTimeZone Zone, DateTimeZone Heading)
{
    /// <summary>The times in UTC, each with its year: for a fact that was not made for a briefing.</summary>
    public static readonly LineTimes Utc = new(NodaConstants.UnixEpoch, DateTimeZone.Utc, DateTimeZone.Utc);

    private LocalDate Today => Now.InZone(Zone).Date;

    private string Place => Zone.Id == Heading.Id ? string.Empty : $" ({Zone.Id})";

    /// <summary>The times by the clock of a date; by the same clock where there is none.</summary>
    public LineTimes By(BriefingDate? date) => By(date?.Zone);

    /// <summary>The times by the clock of a deadline.</summary>
    public LineTimes By(Deadline deadline) => By(deadline.Zone);

    /// <summary>When something happened, to the minute: <c>Mon 2 Nov 10:00</c>.</summary>
    public string Tell(Instant happened)
    {
        OffsetDateTime minute = ToldTime.Of(happened, Zone).With(TimeAdjusters.TruncateToMinute);
        return $"{Date(minute.Date)} {DateText.Time(minute, ToldTime.OccursTwice(minute, Zone))}{Place}";
    }

    /// <summary>When something is due: <c>today 15:00</c>, <c>Sat 14 Nov 10:00–12:00</c>.</summary>
    public string Tell(BriefingDate date)
    {
        if (date.Opens is not { } opens) return TellEnd(date.Due);
        bool withOffsets = ToldTime.IsDoubtful(opens, date.Due, Zone);
        string end = DateText.Time(date.Due, withOffsets);
        return $"{Day(opens.Date)} {DateText.Time(opens, withOffsets)}{(opens.Date == date.Due.Date ? $"–{end}" : $" – {Day(date.Due.Date)} {end}")}{Place}";
    }

    /// <summary>The last moment that is in time: <c>today 15:00</c>.</summary>
    public string TellEnd(OffsetDateTime due) => $"{Day(due.Date)} {DateText.Time(due, ToldTime.OccursTwice(due, Zone))}{Place}";

    /// <summary>Whether the clock on the wall is past it too, where the rules of the zone are others than those it was promised under.</summary>
    public bool IsPast(OffsetDateTime due) => ToldTime.IsByRulesOf(Zone, due) || Now.InZone(Zone).LocalDateTime > due.LocalDateTime;

    public bool Equals(LineTimes? other) => Zone.Equals(other?.Zone);

    public override int GetHashCode() => Zone.GetHashCode();

    private LineTimes By(DateTimeZone? zone) => zone is null || zone.Equals(Zone) ? this : this with { Zone = zone };

    /// <summary>"Today" is said only while the heading has the same date.</summary>
    private string Day(LocalDate date) => Today != Now.InZone(Heading).Date ? Date(date) : Period.DaysBetween(Today, date) switch
    {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        _ => Date(date),
    };

    private string Date(LocalDate date) =>
        date.ToDateTimeUnspecified().ToString(date.Year == Today.Year && date.Year == Now.InZone(Heading).Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
