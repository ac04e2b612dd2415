using System.Diagnostics.Metrics;

namespace CommitmentLedger.PostgreSql;

/// <summary>Tells whoever listens how far running transactions hold the feed back.</summary>
internal static class FeedHorizon
{
    private static readonly Meter Meter = new("CommitmentLedger.PostgreSql");

    private static readonly Gauge<long> Lag = Meter.CreateGauge<long>(
        "commitment_ledger.postgresql.feed.horizon_lag",
        unit: "{transaction}",
        description: "Transaction ids between the oldest transaction that still writes, where the feed ends, and the newest; 0 when nothing holds it back.");

    /// <summary>Whether anybody listens, so that it is worth asking the server.</summary>
    public static bool IsWatched => Lag.Enabled;

    public static void Tell(long lag) => Lag.Record(lag);
}
