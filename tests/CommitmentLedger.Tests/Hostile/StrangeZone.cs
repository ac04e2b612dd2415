using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Hostile;

/// <summary>A zone that somebody made up.</summary>
internal sealed class StrangeZone(string id) : DateTimeZone(id, isFixed: true, Offset.FromHours(3), Offset.FromHours(3))
{
    public override ZoneInterval GetZoneInterval(Instant instant) => new(Id, start: null, end: null, Offset.FromHours(3), Offset.Zero);
}
