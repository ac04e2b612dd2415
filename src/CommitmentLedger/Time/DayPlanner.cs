using NodaTime;

namespace CommitmentLedger;

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

    /// <summary>
    /// Adds what opens on the date, whenever it closes; hours that a change of the clocks leaves empty are added as empty.
    /// </summary>
    public void AddSpans(LocalDate date, List<Span> spans)
    {
        foreach (OpenInterval interval in For(date).Hours)
        {
            LocalDate closingDate = interval.ClosesNextDay ? date.PlusDays(1) : date;
            spans.Add(new Span(
                Microseconds.Of(LocalTimes.Opening(date + interval.Opens, Zone)),
                Microseconds.Of(LocalTimes.Closing(closingDate + interval.Closes, Zone))));
        }
    }

    private OpenInterval[] HoursOn(IsoDayOfWeek weekday) => _week[(int)weekday - 1];
}
