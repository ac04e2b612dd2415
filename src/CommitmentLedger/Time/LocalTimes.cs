using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger;

/// <summary>How a local time becomes an instant where the clocks change.</summary>
internal static class LocalTimes
{
    /// <summary>A time in a gap moves forward by the gap; of a time that occurs twice, the first occurrence is taken.</summary>
    public static ZoneLocalMappingResolver Resolver { get; } =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>
    /// As <see cref="Resolver"/>, but of a time that occurs twice the last occurrence is taken: hours that end there last longer.
    /// </summary>
    public static ZoneLocalMappingResolver ClosingResolver { get; } =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>The instant at which a date begins or an opening takes place.</summary>
    public static Instant Opening(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The instant at which hours end.</summary>
    public static Instant Closing(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, ClosingResolver).ToInstant();
}
