using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>Brings together what a file says several times of one event: later versions, days that are moved, and cancellations.</summary>
internal static class Revisions
{
    /// <summary>The events that stand, each with the days of it that others replace.</summary>
    /// <exception cref="BadLineException">Two versions of an event differ and neither is the later.</exception>
    public static IEnumerable<(FileEvent Event, IReadOnlyList<FileTime> Replaced)> Standing(IReadOnlyList<FileEvent> events, DateTimeZone zone)
    {
        foreach (FileEvent alone in events.Where(one => one.Uid is null && !one.IsCancelled)) yield return (alone, []);
        foreach (IGrouping<string, FileEvent> sameUid in events.Where(one => one.Uid is not null).GroupBy(one => one.Uid!, StringComparer.Ordinal))
        {
            FileEvent? whole = Latest(sameUid.Where(one => one.RecurrenceId is null));

            // Whoever cancels an event cancels its days, those that were moved too.
            if (whole is { IsCancelled: true }) continue;
            FileEvent[] days =
            [
                .. sameUid.Where(one => one.RecurrenceId is not null)
                    .GroupBy(one => whole is null ? (one.RecurrenceId!.Local, one.RecurrenceId.TimeZoneId) : (one.RecurrenceId!.ByClockOf(whole.Start!, zone), null))
                    .Select(one => Latest(one)!),
            ];
            if (whole is not null) yield return (whole, [.. days.Select(day => day.RecurrenceId!)]);
            foreach (FileEvent day in days)
                if (!day.IsCancelled) yield return (day, []);
        }
    }

    private static FileEvent? Latest(IEnumerable<FileEvent> versions)
    {
        FileEvent? latest = null;
        foreach (FileEvent version in versions)
        {
            int order = latest is null ? 1 : (version.Sequence, version.Stamp).CompareTo((latest.Sequence, latest.Stamp));
            if (order == 0 && !version.IsLike(latest!))
                throw new BadLineException(
                    version.Number,
                    $"The event in line {latest!.Number} has this UID too, and neither is the later version. Give each its own UID, or one a higher SEQUENCE.");
            if (order > 0) latest = version;
        }

        return latest;
    }
}
