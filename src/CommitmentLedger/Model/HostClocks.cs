using NodaTime;

namespace CommitmentLedger;

/// <summary>Comparing instants that hosts gave whose clocks differ. Instants that are as near as that can have happened in either order.</summary>
internal static class HostClocks
{
    /// <summary>How far the clocks of the hosts that write may be apart before a time that is given is taken for a mistake.</summary>
    public static Duration Tolerance { get; } = Duration.FromSeconds(5);

    /// <summary>Whether one happened before another, whichever host's clock was ahead.</summary>
    public static bool IsSurelyBefore(Instant one, Instant other) => other - one > Tolerance;

    /// <summary>Whether one is before another by no more than what clocks differ.</summary>
    public static bool IsJustBefore(Instant one, Instant other) => one < other && !IsSurelyBefore(one, other);
}
