using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Hostile;

/// <summary>A zone that somebody made up.</summary>
internal sealed class StrangeZone(string id, int ahead = 3) : DateTimeZone(id, isFixed: true, Offset.FromHours(ahead), Offset.FromHours(ahead))
{
    public override ZoneInterval GetZoneInterval(Instant instant) => new(Id, start: null, end: null, MaxOffset, Offset.Zero);
}
