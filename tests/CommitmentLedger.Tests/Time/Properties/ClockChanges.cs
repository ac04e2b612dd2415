using NodaTime;
using NodaTime.Extensions;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>A zone and an instant at which its clocks change.</summary>
internal sealed record ClockChange(DateTimeZone Zone, Instant At)
{
    public LocalDateTime Before => At.Plus(-Duration.Epsilon).InZone(Zone).LocalDateTime.PlusNanoseconds(1);

    public LocalDateTime After => At.InZone(Zone).LocalDateTime;

    /// <summary>Whether a midnight is skipped, occurs twice, or is the moment of the change itself.</summary>
    public bool TouchesMidnight
    {
        get
        {
            (LocalDateTime low, LocalDateTime high) = Before < After ? (Before, After) : (After, Before);
            return low.Date != high.Date || low.TimeOfDay == LocalTime.Midnight;
        }
    }

    public override string ToString() => $"{Zone.Id} {Before:uuuu-MM-dd HH:mm} to {After:uuuu-MM-dd HH:mm}";
}

/// <summary>Every change of the clocks from 1990 to 2037 in the tz database; zones that share one are told apart by nothing, so it stands once.</summary>
internal static class ClockChanges
{
    public static IReadOnlyList<ClockChange> All { get; } =
    [
        .. DateTimeZoneProviders.Tzdb.GetAllZones()
            .SelectMany(zone => zone.GetZoneIntervals(Instant.FromUtc(1990, 1, 3, 0, 0), Instant.FromUtc(2037, 12, 29, 0, 0))
                .Where(rules => rules.HasStart && rules.Start > Instant.FromUtc(1990, 1, 3, 0, 0))
                .Select(rules => new ClockChange(zone, rules.Start)))
            .Where(change => change.Before != change.After)
            .DistinctBy(change => (change.At, change.Before, change.After)),
    ];

    public static IReadOnlyList<ClockChange> AtMidnight { get; } = [.. All.Where(change => change.TouchesMidnight)];
}
