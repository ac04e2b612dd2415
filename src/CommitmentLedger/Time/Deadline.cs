using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>When something is due: an instant, and the zone in which people speak of it.</summary>
public sealed record Deadline
{
    [JsonConstructor]
    internal Deadline(Instant due, string zoneId) => (Due, ZoneId) = (due, zoneId);

    /// <summary>The last instant that is on time.</summary>
    public Instant Due { get; }

    /// <summary>The id of the zone in the tz database.</summary>
    public string ZoneId { get; }

    /// <summary>The zone in which people speak of it.</summary>
    [JsonIgnore]
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];

    /// <summary>A deadline at an instant.</summary>
    public static Deadline At(Instant due, DateTimeZone zone) => new(due, zone.Id);

    /// <summary>For reading aloud.</summary>
    public string ToText(CultureInfo? culture = null) => Due.InZone(Zone).ToString("ddd d MMM uuuu HH:mm", culture ?? CultureInfo.InvariantCulture) + $" ({ZoneId})";
}
