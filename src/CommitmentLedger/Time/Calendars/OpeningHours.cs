using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Guards that calendars and special days share.</summary>
internal static class OpeningHours
{
    public const int MaxIntervalsADay = 48;

    public static OpenInterval[] Copy(IReadOnlyList<OpenInterval> hours, string field, int atLeast = 0)
    {
        ArgumentNullException.ThrowIfNull(hours, field);
        if (hours.Count < atLeast) throw new ArgumentException("No hours are given. Use Closed for a day without any.", field);
        if (hours.Count > MaxIntervalsADay)
            throw new ArgumentException($"A day has at most {MaxIntervalsADay} intervals; {hours.Count} are given.", field);
        foreach (OpenInterval interval in hours)
            if (interval.IsDefault)
                throw new ArgumentException("An interval is empty. Create it with Between, OverMidnight or Parse.", field);

        return [.. hours];
    }

    public static IsoDayOfWeek RequireWeekday(IsoDayOfWeek weekday) => weekday is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? weekday
        : throw new ArgumentOutOfRangeException(nameof(weekday), weekday, "Name a weekday from Monday to Sunday.");
}
