using NodaTime.TimeZones;

namespace CommitmentLedger;

/// <summary>How a local time becomes an instant where the clocks change.</summary>
internal static class LocalTimes
{
    /// <summary>A time in a gap moves forward by the gap; of a time that occurs twice, the first occurrence is taken.</summary>
    public static ZoneLocalMappingResolver Resolver { get; } =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);
}
