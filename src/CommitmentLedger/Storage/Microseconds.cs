using NodaTime;

namespace CommitmentLedger.Storage;

/// <summary>Instants as the whole microseconds since 1970-01-01T00:00:00Z that stores keep.</summary>
public static class Microseconds
{
    /// <summary>The microseconds of an instant; what is finer is cut off, towards the past.</summary>
    public static long Of(Instant instant) => CommitmentLedger.Microseconds.Of(instant);

    /// <summary>The instant of so many microseconds.</summary>
    public static Instant ToInstant(long microseconds) => CommitmentLedger.Microseconds.ToInstant(microseconds);

    /// <summary>An instant without what is finer than a microsecond.</summary>
    public static Instant Truncate(Instant instant) => CommitmentLedger.Microseconds.Truncate(instant);
}
