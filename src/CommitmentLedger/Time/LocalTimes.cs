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

    /// <summary>Whether a local time lies far enough inside the years of NodaTime to be an instant in every zone.</summary>
    public static bool IsResolvable(LocalDateTime local) => local.WithCalendar(CalendarSystem.Iso).Year is >= 1 and <= 9998;

    /// <summary>Guards a local time that is about to be resolved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9998.</exception>
    public static LocalDateTime Require(LocalDateTime local, string field) => IsResolvable(local)
        ? local.WithCalendar(CalendarSystem.Iso)
        : throw new ArgumentOutOfRangeException(field, local, "Give a time in the years 1 to 9998.");

    /// <summary>The instant at which a date begins or an opening takes place.</summary>
    public static Instant Opening(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The instant at which hours end.</summary>
    public static Instant Closing(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, ClosingResolver).ToInstant();
}
