using System.Globalization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Looks for what is legal in a calendar and yet probably not meant.</summary>
internal static class CalendarLinter
{
    private static readonly LocalTime LastMinute = new(23, 59);

    public static IReadOnlyList<CalendarLint> Check(WorkingCalendar calendar)
    {
        var found = new List<CalendarLint>();
        CheckWeek(calendar, found);
        CheckSpecialDays(calendar, found);
        CheckClosedPeriods(calendar, found);
        if (calendar.FirstOpening(YearStart(WorkingCalendar.FirstYear)).NeverOpens)
            found.Add(
                new CalendarLint(
                    "never_opens",
                    "$.hours",
                    "The calendar has no open time at all. Give at least one weekday opening hours."));
        return found;
    }

    private static Instant YearStart(int year) => Instant.FromUtc(year, 1, 1, 0, 0);

    private static void CheckWeek(WorkingCalendar calendar, List<CalendarLint> found)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            IReadOnlyList<OpenInterval> hours = calendar.HoursOn(day);
            string field = $"$.hours.{Weekdays.Print(day)}";
            CheckHours(hours, field, found);
            IsoDayOfWeek next = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;
            foreach (OpenInterval late in hours)
            {
                foreach (OpenInterval early in calendar.HoursOn(next))
                {
                    if (late.ClosesNextDay && early.Opens < late.Closes)
                        found.Add(Overlap(field, late, $"{early} on {Weekdays.Print(next)}"));
                }
            }
        }
    }

    private static void CheckHours(IReadOnlyList<OpenInterval> hours, string field, List<CalendarLint> found)
    {
        for (int i = 0; i < hours.Count; i++)
        {
            if (!hours[i].ClosesNextDay && hours[i].Closes >= LastMinute)
                found.Add(
                    new CalendarLint(
                        "ends_before_midnight",
                        At(field, i),
                        $"{hours[i]} leaves out the end of the day. Write 24:00 if the day is meant to its end."));
            for (int j = 0; j < i; j++)
                if (Overlaps(hours[i], hours[j])) found.Add(Overlap(At(field, i), hours[i], hours[j].ToString()));
        }
    }

    private static void CheckSpecialDays(WorkingCalendar calendar, List<CalendarLint> found)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < calendar.SpecialDays.Count; i++)
        {
            SpecialDay day = calendar.SpecialDays[i];
            string field = At("$.specialDays", i);
            if (!day.IsActive)
            {
                found.Add(
                    new CalendarLint(
                        "inactive",
                        field,
                        $"{day} is not active and has no effect. Drop it if it is not needed as a record."));
                continue;
            }

            CheckHours(day.Hours, $"{field}.hours", found);
            string date = Days.Print(day);
            if (seen.TryGetValue(date, out string? earlier))
                found.Add(new CalendarLint("same_date", field, $"{day} takes the place of {earlier} on the same date. Drop one of them."));
            seen[date] = day.Name;
            if (day.Date is { } one && LocalTimes.IsResolvable(one.AtMidnight()) && !LocalTimes.Exists(one, calendar.Zone))
                found.Add(new CalendarLint("skipped_date", field, $"The clocks of {calendar.Zone.Id} skip {date}, so {day.Name} has no effect. Correct it, or drop it."));
            if (day.Yearly is { Month: 2, Day: 29 })
                found.Add(
                    new CalendarLint("leap_day", field, $"{day} occurs in leap years only. Add the 28th if it is meant for other years."));
        }
    }

    private static void CheckClosedPeriods(WorkingCalendar calendar, List<CalendarLint> found)
    {
        for (int i = 0; i < calendar.ClosedPeriods.Count; i++)
        {
            ClosedPeriod closedPeriod = calendar.ClosedPeriods[i];
            string field = At("$.closedPeriods", i);
            if (!closedPeriod.IsActive)
                found.Add(
                    new CalendarLint(
                        "inactive",
                        field,
                        $"{closedPeriod.Name} is not active and has no effect. Drop it if it is not needed as a record."));
            else if (IsEmpty(closedPeriod, calendar.Zone))
                found.Add(
                    new CalendarLint("no_length", field, $"{closedPeriod.Name} has no length and no effect. Correct its end, or drop it."));
        }
    }

    private static bool IsEmpty(ClosedPeriod closedPeriod, DateTimeZone zone)
    {
        var spans = new List<Span>();
        closedPeriod.AddSpans(zone, spans);
        return spans.Count == 0;
    }

    private static bool Overlaps(OpenInterval one, OpenInterval other) => one.Opens < End(other) && other.Opens < End(one);

    private static LocalTime End(OpenInterval interval) => interval.ClosesNextDay ? LocalTime.MaxValue : interval.Closes;

    private static CalendarLint Overlap(string field, OpenInterval interval, string other) =>
        new("overlap", field, $"{interval} overlaps {other}. The overlap counts once; write the hours without it.");

    private static string At(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");
}
