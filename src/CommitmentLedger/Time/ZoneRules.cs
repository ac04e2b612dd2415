using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Time;

/// <summary>Which version of the tz database the rules of a zone come from.</summary>
internal static class ZoneRules
{
    private const string TzdbPrefix = "TZDB: ";

    /// <summary>The version that NodaTime carries: <c>2026a</c>.</summary>
    public static string CurrentVersion { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>Gives a zone by whose id it can be found again.</summary>
    /// <exception cref="ArgumentException">The tz database that NodaTime carries has no zone of this id.</exception>
    public static DateTimeZone Require(DateTimeZone zone, string field)
    {
        _ = Named(zone, field);
        return zone;
    }

    /// <summary>Gives the zone of the same id as the tz database has it, by whose rules it is read back.</summary>
    /// <exception cref="ArgumentException">The tz database that NodaTime carries has no zone of this id.</exception>
    public static DateTimeZone Named(DateTimeZone zone, string field)
    {
        ArgumentNullException.ThrowIfNull(zone, field);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id) ?? throw new ArgumentException(
            "The tz database has no zone of this id, so that nobody could read it back. Use one of DateTimeZoneProviders.Tzdb, such as Europe/Berlin.", field);
    }

    /// <summary>The version of a provider: of <c>TZDB: 2026a (mapping: 1)</c> it is <c>2026a</c>; of others, all they say.</summary>
    /// <exception cref="ArgumentException">What they say is empty, longer than 100 characters or cannot be kept.</exception>
    public static string VersionOf(IDateTimeZoneProvider zones)
    {
        string version = zones.VersionId;
        string named = version.StartsWith(TzdbPrefix, StringComparison.Ordinal) ? version[TzdbPrefix.Length..].Split(' ')[0] : version;
        return Text.Identifier(named, BoundedText.MaxNameLength, "The version of the zone rules", nameof(zones));
    }
}
