using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Says which hours apply on a date, and where they lie on the time line.</summary>
internal sealed class DayPlanner
{
    private readonly OpenInterval[][] _week;
    private readonly Dictionary<LocalDate, SpecialDay> _dated = [];
    private readonly Dictionary<AnnualDate, SpecialDay> _yearly = [];

    public DayPlanner(DateTimeZone zone, OpenInterval[][] week, IEnumerable<SpecialDay> specialDays)
    {
        Zone = zone;
        _week = week;
        foreach (SpecialDay day in specialDays)
        {
            if (!day.IsActive) continue;
            if (day.Date is { } date) _dated[date] = day;
            else _yearly[day.Yearly!.Value] = day;
        }
    }

    public DateTimeZone Zone { get; }

    public DayPlan For(LocalDate date)
    {
        if (!_dated.TryGetValue(date, out SpecialDay? special) && !_yearly.TryGetValue(new AnnualDate(date.Month, date.Day), out special))
            return new DayPlan(HoursOn(date.DayOfWeek), null);
        return new DayPlan(special.LikeWeekday is { } like ? HoursOn(like) : special.HoursArray, special);
    }

    /// <summary>Adds what opens on the date, whenever it closes; nothing on a date that the clocks skip.</summary>
    public void AddSpans(LocalDate date, List<Span> spans)
    {
        OpenInterval[] hours = For(date).Hours;
        if (hours.Length == 0 || !LocalTimes.Exists(date, Zone)) return;
        foreach (OpenInterval interval in hours)
            LocalTimes.AddSpans(date + interval.Opens, ClosingDate(date, interval) + interval.Closes, Zone, spans);
    }

    /// <summary>The next day on which hours over midnight close is the next that exists; a day that is open to its end needs none.</summary>
    private LocalDate ClosingDate(LocalDate date, OpenInterval interval)
    {
        if (!interval.ClosesNextDay) return date;
        LocalDate next = date.PlusDays(1);
        while (interval.Closes != LocalTime.Midnight && !LocalTimes.Exists(next, Zone)) next = next.PlusDays(1);
        return next;
    }

    private OpenInterval[] HoursOn(IsoDayOfWeek weekday) => _week[(int)weekday - 1];
}
