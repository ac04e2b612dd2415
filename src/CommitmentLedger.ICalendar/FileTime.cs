using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CommitmentLedger.ICalendar;

/// <summary>A date or a time as a file writes it, with the clock by which it is meant.</summary>
/// <param name="Number">The line that it stands on.</param>
/// <param name="Local">What that clock shows; midnight for a date.</param>
/// <param name="IsDate">Whether it is a date without a time.</param>
/// <param name="TimeZoneId">The zone that the file names, <c>UTC</c> for times that end in Z; null for times by any clock on the wall.</param>
internal sealed record FileTime(int Number, LocalDateTime Local, bool IsDate, string? TimeZoneId)
{
    public const string Utc = "UTC";

    private const int DateLength = 8;

    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    public bool IsUtc => TimeZoneId == Utc;

    /// <summary>Whether it is in the years that both time libraries count in, with room for a day after.</summary>
    public static bool IsCounted(LocalDateTime local) => local.Year is >= 1 and <= 9998;

    /// <summary>Reads the one time of a line.</summary>
    public static FileTime Of(ContentLine line) => Read(line, line.Value);

    /// <summary>Reads one of the times of a line.</summary>
    /// <exception cref="BadLineException">It is no time, or has a parameter that is not understood.</exception>
    public static FileTime Read(ContentLine line, string text)
    {
        foreach ((string name, _) in line.Parameters)
            if (name is not ("VALUE" or "TZID") && !name.StartsWith("X-", StringComparison.Ordinal))
                throw new BadLineException(line.Number, $"{name} could change the date and is not understood. List what it stands for date by date.");
        string? kind = line.Parameter("VALUE")?.ToUpperInvariant();
        bool isDate = text.Length == DateLength;
        if (kind is not (null or "PERIOD") && kind != (isDate ? "DATE" : "DATE-TIME"))
            throw new BadLineException(line.Number, $"'{text}' is no {kind}. Correct the value or its VALUE.");
        string? zone = line.Parameter("TZID");
        bool isUtc = !isDate && text.EndsWith('Z');
        if (isUtc && zone is not (null or Utc)) throw new BadLineException(line.Number, $"'{text}' is in UTC and in the zone {zone}. Say one of them.");
        return new FileTime(line.Number, Parse(line, text, isDate, isUtc), isDate, isDate ? null : isUtc ? Utc : zone);
    }

    /// <summary>What the clock of another time shows at this one.</summary>
    /// <exception cref="BadLineException">One is a date and the other is not, one of the zones is not known, or it is out of the years that are counted.</exception>
    public LocalDateTime ByClockOf(FileTime other, DateTimeZone zone)
    {
        if (IsDate != other.IsDate)
            throw new BadLineException(Number, $"One of this and line {other.Number} is a date and the other has a time of day. Write both alike.");
        LocalDateTime local = TimeZoneId == other.TimeZoneId ? Local : At(zone).InZone(other.ZoneOr(zone)).LocalDateTime;
        return IsCounted(local) ? local : throw new BadLineException(Number, $"By the clock of line {other.Number} this is before the year 1 or after 9998. Correct it.");
    }

    /// <summary>The instant; of a time that occurs twice the first, and a time that is skipped moves forward.</summary>
    public Instant At(DateTimeZone zone) => ZoneOr(zone).AtLeniently(Local).ToInstant();

    /// <summary>The zone that the file names, or this one for times by any clock on the wall.</summary>
    /// <exception cref="BadLineException">The tz database does not know it, nor does its list of the zones of Windows.</exception>
    public DateTimeZone ZoneOr(DateTimeZone zone)
    {
        if (TimeZoneId is null) return zone;
        if (Find(TimeZoneId) is { } known) return known;
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(TimeZoneId, out string? mapped)) return DateTimeZoneProviders.Tzdb[mapped];

        // Some programs put their own name and a version before the id: /vendor.example/20260101/Europe/Berlin.
        for (int slash = TimeZoneId.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = TimeZoneId.IndexOf('/', slash + 1))
            if (Find(TimeZoneId[(slash + 1)..]) is { } tail) return tail;
        throw new BadLineException(Number, $"The tz database does not know the zone '{TimeZoneId}'. Write an id such as Europe/Berlin.");
    }

    private static DateTimeZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    private static LocalDateTime Parse(ContentLine line, string text, bool isDate, bool isUtc)
    {
        bool isRead;
        LocalDateTime local;
        if (isDate)
        {
            isRead = Dates.Parse(text).TryGetValue(default, out LocalDate date);
            local = date.AtMidnight();
        }
        else
        {
            isRead = Times.Parse(isUtc ? text[..^1] : text).TryGetValue(default, out local);
        }

        return isRead && IsCounted(local)
            ? local
            : throw new BadLineException(line.Number, $"'{text}' is no date or time. Write it as 20261225 or 20261225T090000.");
    }
}
