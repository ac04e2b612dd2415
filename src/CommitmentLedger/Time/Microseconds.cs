using NodaTime;

namespace CommitmentLedger;

/// <summary>The resolution of the ledger: whole microseconds since 1970-01-01T00:00Z, as one number that is cheap to compare.</summary>
internal static class Microseconds
{
    private const long TicksInOne = NodaConstants.TicksPerMillisecond / 1000;

    /// <summary>The whole microsecond in which an instant lies: what is finer is cut off, towards the past.</summary>
    public static long Of(Instant instant)
    {
        long ticks = instant.ToUnixTimeTicks();
        long whole = ticks / TicksInOne;
        return ticks < whole * TicksInOne ? whole - 1 : whole;
    }

    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(microseconds * TicksInOne);

    public static long Of(Duration duration) => duration.BclCompatibleTicks / TicksInOne;

    public static Duration ToDuration(long microseconds) => Duration.FromTicks(microseconds * TicksInOne);

    public static Instant Truncate(Instant instant) => ToInstant(Of(instant));

    public static bool AreWhole(Duration duration) => ToDuration(Of(duration)) == duration;
}
