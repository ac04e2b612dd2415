using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The resolution of the ledger and its stores: whole microseconds since 1970-01-01T00:00Z, as one number that is cheap to compare.</summary>
public static class Microseconds
{
    private const long TicksInOne = NodaConstants.TicksPerMillisecond / 1000;

    /// <summary>The microseconds of an instant; what is finer is cut off, towards the past.</summary>
    public static long Of(Instant instant)
    {
        long ticks = instant.ToUnixTimeTicks();
        long whole = ticks / TicksInOne;
        return ticks < whole * TicksInOne ? whole - 1 : whole;
    }

    /// <summary>The instant of so many microseconds.</summary>
    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(microseconds * TicksInOne);

    internal static long Of(Duration duration) => duration.BclCompatibleTicks / TicksInOne;

    internal static Duration ToDuration(long microseconds) => Duration.FromTicks(microseconds * TicksInOne);

    /// <summary>An instant without what is finer than a microsecond.</summary>
    public static Instant Truncate(Instant instant) => ToInstant(Of(instant));

    internal static bool AreWhole(Duration duration) => ToDuration(Of(duration)) == duration;
}
