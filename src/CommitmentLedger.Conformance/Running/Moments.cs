using NodaTime;

namespace CommitmentLedger.Conformance;

/// <summary>Instants without a clock: so many minutes into the year 2026.</summary>
internal static class Moments
{
    public static Instant At(int minutes) => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes);
}
