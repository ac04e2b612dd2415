using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger;

/// <summary>Which version of the tz database the rules of a zone come from.</summary>
internal static class ZoneRules
{
    private const string TzdbPrefix = "TZDB: ";

    /// <summary>The version that NodaTime carries: <c>2026a</c>.</summary>
    public static string CurrentVersion { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>The version of a provider: of <c>TZDB: 2026a (mapping: 1)</c> it is <c>2026a</c>; of others, all they say.</summary>
    public static string VersionOf(IDateTimeZoneProvider zones)
    {
        string version = zones.VersionId;
        return version.StartsWith(TzdbPrefix, StringComparison.Ordinal) ? version[TzdbPrefix.Length..].Split(' ')[0] : version;
    }
}
