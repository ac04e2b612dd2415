using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// When something is due: what was said, and the instant or window that follows from it, with everything that produced it: the zone,
/// the calendar and its version, and the version of the zone rules. Immutable; a change of rules or calendars makes a new one (see
/// <see cref="Reassess(Instant, IDateTimeZoneProvider)"/>) and leaves this one as it is. Fits each of the three dates of a promise.
/// Instants are whole microseconds; what is finer is cut off. Equal when all of it is equal.
/// </summary>
[JsonConverter(typeof(ParsableConverter<Deadline>))]
public sealed partial record Deadline : IParsable<Deadline>
{
    private Deadline(DeadlineForm form, DateTimeZone zone)
    {
        Form = form;
        Zone = ZoneRules.Named(zone, nameof(zone));
    }

    /// <summary>How it was said.</summary>
    public DeadlineForm Form { get; }

    /// <summary>The last instant that is on time: the instant, or the end of the window.</summary>
    public Instant Due { get; private init; }

    /// <summary>The start of a window; null when there is none. What is done before it is early, which may be unwelcome.</summary>
    public Instant? Opens { get; private init; }

    /// <summary>The zone in which people speak of it, as the tz database has it. Each date has its own: the customer's, or the team's.</summary>
    public DateTimeZone Zone { get; private init; }

    /// <summary>The words, 1 to 500 characters; null when they were not kept.</summary>
    public string? Said { get; private init; }

    /// <summary>The calendar that counted the time, by name and version; null when none did.</summary>
    public CalendarVersion? Calendar { get; private init; }

    /// <summary>The version of the zone rules: <c>2026a</c>.</summary>
    public string TzdbVersion { get; private init; } = ZoneRules.CurrentVersion;

    /// <summary>The instant from which the time or the days are counted; null for the forms that name a date.</summary>
    public Instant? From { get; private init; }

    /// <summary>The open time that was promised or kept in hand; null for other forms.</summary>
    public BusinessTime? Time { get; private init; }

    /// <summary>The working days that were promised or kept in hand; null for other forms.</summary>
    public BusinessDays? Days { get; private init; }

    /// <summary>The wall-clock time that was said, or the end of the window; null for other forms.</summary>
    public LocalDateTime? LocalDue { get; private init; }

    /// <summary>The wall-clock start of the window that was said; null for other forms.</summary>
    public LocalDateTime? LocalOpens { get; private init; }

    /// <summary>Whether the customer's pauses move it: time and days counted from a start move, a date that was said stays where it is.</summary>
    public bool MovesWithPauses => Form == DeadlineForm.Within;

    /// <summary>Whether every hour counted towards it, which somebody has to say.</summary>
    public bool IsAroundTheClock => Calendar is { } calendar && calendar == WorkingCalendar.AroundTheClockVersion;

    /// <summary>The due time by the wall clock as it was promised.</summary>
    internal OffsetDateTime ToldDue => ToldTime.Of(Due, Zone, LocalDue);

    /// <summary>The start of the window by the wall clock as it was promised.</summary>
    internal OffsetDateTime? ToldOpens => Opens is { } opens ? ToldTime.Of(opens, Zone, LocalOpens) : null;

    /// <summary>Reads what <see cref="ToString"/> prints; nothing is computed again.</summary>
    /// <exception cref="FormatException">The text is no deadline; the message says where.</exception>
    public static Deadline Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return DeadlineReader.Read(s).TryGet(out Deadline? deadline, out TimeRefusal? refusal)
            ? deadline
            : throw new FormatException(refusal.ToString());
    }

    /// <summary>Reads what <see cref="ToString"/> prints; nothing is computed again.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Deadline result) =>
        DeadlineReader.Read(s ?? string.Empty).TryGet(out result, out _);

    /// <summary>All of it in one line that <see cref="Parse"/> reads back. For a person, use <see cref="ToText"/>.</summary>
    public override string ToString() => DeadlineText.Print(this);

    /// <summary>
    /// For a person at a desk or on a receipt: <c>Sat 14 Nov 2026 15:00 (Asia/Dubai)</c>, a window as
    /// <c>Sat 14 Nov 2026 10:00–12:00 (Asia/Dubai)</c>. It is the time by the wall clock that was said, also under changed zone rules; one
    /// that the clocks show twice has its offset, <c>02:30 UTC+2</c>.
    /// </summary>
    /// <param name="language">
    /// Whose way of writing long dates to use; null for English. The calendar is the Gregorian one with its month names in that language,
    /// whatever calendar the culture has, and the clock has 24 hours.
    /// </param>
    /// <exception cref="CultureNotFoundException">It is not English, and the host has no culture data, so that the date would be English.</exception>
    public string ToText(CultureInfo? language = null) =>
        DeadlineText.ForPeople(this, CultureData.Require(language ?? CultureInfo.InvariantCulture, nameof(language)));
}

/// <summary>How a deadline was said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineForm>))]
public enum DeadlineForm
{
    /// <summary>An instant, already known.</summary>
    At,

    /// <summary>"By Friday 17:00": wall-clock time in a zone.</summary>
    By,

    /// <summary>"Between 10 and 12": a window by the wall clock of a zone.</summary>
    Between,

    /// <summary>"Within 30 minutes", "two working days": open time or working days from a start.</summary>
    Within,

    /// <summary>Open time or working days ahead of another date: an internal target in front of the customer's.</summary>
    Ahead,
}
