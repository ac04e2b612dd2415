using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace CommitmentLedger.Tests.Time.Properties;

public class CalendarProperties
{
    private static readonly Duration Seen = Duration.FromDays(31);

    [Fact]
    public void Adding_then_measuring_gives_the_duration_back() => Check(scenario =>
    {
        if (!scenario.Calendar.Add(scenario.Start, scenario.Time).TryGet(out Instant due, out _)) return NeverOpens(scenario);
        return scenario.Calendar.Elapsed(scenario.Start, due) == scenario.Time.Duration;
    });

    [Fact]
    public void Adding_with_pauses_then_measuring_with_them_gives_the_duration_back() => Check(scenario =>
    {
        if (!scenario.Calendar.Add(scenario.Start, scenario.Time, scenario.Pauses).TryGet(out Instant due, out _)) return NeverOpens(scenario);
        return scenario.Calendar.Elapsed(scenario.Start, due, scenario.Pauses) == scenario.Time.Duration;
    });

    [Fact]
    public void Forwards_then_backwards_returns_to_the_open_instant_at_which_it_began() => Check(scenario =>
    {
        WorkingCalendar calendar = scenario.Calendar;
        if (!calendar.Add(scenario.Start, scenario.Time).TryGet(out Instant due, out _)) return NeverOpens(scenario);
        Instant back = calendar.Subtract(due, scenario.Time).Value;
        return calendar.IsOpen(back) && back == calendar.FirstOpening(scenario.Start).Value;
    });

    [Fact]
    public void Splitting_a_duration_in_two_gives_the_same_due_time() => Check(scenario =>
    {
        WorkingCalendar calendar = scenario.Calendar;
        if (!calendar.Add(scenario.Start, scenario.Time).TryGet(out Instant halfway, out _)) return NeverOpens(scenario);
        var whole = new BusinessTime(scenario.Time.Duration + scenario.More.Duration);
        return calendar.Add(halfway, scenario.More) == calendar.Add(scenario.Start, whole);
    });

    [Fact]
    public void Pauses_outside_open_hours_change_nothing() => Check(scenario =>
    {
        WorkingCalendar calendar = scenario.Calendar;
        if (!calendar.FirstOpening(scenario.Start).TryGet(out _, out _)) return true;
        Interval[] closed = [.. scenario.Pauses.Select(pause => Closed(calendar, pause.Start))];
        return calendar.Add(scenario.Start, scenario.Time, closed) == calendar.Add(scenario.Start, scenario.Time);
    });

    [Fact]
    public void Due_times_agree_with_counting_minute_by_minute() => Check(
        scenario =>
        {
            Instant? expected = Oracle(scenario).Add(scenario.Start, Minutes(scenario.Time), scenario.Pauses);
            bool isDue = scenario.Calendar.Add(scenario.Start, scenario.Time, scenario.Pauses).TryGet(out Instant due, out _);
            return expected is { } instant ? isDue && due == instant : !isDue || due > scenario.Start + Seen;
        },
        tests: 100);

    [Fact]
    public void Elapsed_time_and_openings_agree_with_counting_minute_by_minute() => Check(
        scenario =>
        {
            MinuteOracle oracle = Oracle(scenario);
            Instant end = scenario.Start + scenario.More.Duration;
            return scenario.Calendar.Elapsed(scenario.Start, end, scenario.Pauses) == Duration.FromMinutes(oracle.Elapsed(scenario.Start, end, scenario.Pauses))
                && scenario.Calendar.IsOpen(scenario.Start) == oracle.IsOpen(scenario.Start)
                && (!scenario.Calendar.FirstOpening(scenario.Start).TryGet(out Instant first, out _) || first > end || (oracle.IsOpen(first) && oracle.Elapsed(scenario.Start, first, []) == 0))
                && (!scenario.Calendar.LastClosing(end).TryGet(out Instant last, out _) || last < scenario.Start || oracle.Elapsed(last, end, []) == 0);
        },
        tests: 100);

    [Fact]
    public void As_many_working_days_lie_between_as_were_added() => Check(scenario =>
    {
        // ClosedPeriods and changes of the clocks can move the opening of a day to the date after it, so both are left out where dates are counted.
        WorkingCalendar calendar = new WorkingCalendar("days", 1, DateTimeZone.Utc).WithSpecialDays([.. scenario.Calendar.SpecialDays]);
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++) calendar = calendar.WithHours(day, scenario.Calendar.HoursOn(day));
        int count = Minutes(scenario.Time) % 300;
        if (!calendar.Add(scenario.Start, new BusinessDays(count, DayRule.AtOpening)).TryGet(out Instant due, out TimeRefusal? refusal)) return refusal.Code is "never_opens" or "too_far";
        LocalDate first = calendar.Add(scenario.Start, new BusinessDays(0, DayRule.AtOpening)).Value.InUtc().Date;
        int days = 0;
        for (LocalDate date = first; date < due.InUtc().Date; date = date.PlusDays(1))
            if (calendar.IsWorkingDay(date)) days++;
        return days == count && calendar.Subtract(due + Duration.FromMinutes(1), new BusinessDays(count, DayRule.AtOpening)).Value.InUtc().Date == first;
    });

    [Fact]
    public void An_explanation_covers_the_time_without_gaps_and_counts_what_was_added() => Check(scenario =>
    {
        if (!Deadline.TryWithin(scenario.Time, scenario.Start, scenario.Calendar).TryGet(out Deadline? deadline, out _)) return NeverOpens(scenario);
        Explanation explanation = deadline.Explain(scenario.Calendar);
        if (explanation.IsCut) return true;
        bool isWhole = explanation.Spans[0].From == scenario.Start && explanation.Spans[^1].To == deadline.Due;
        for (int i = 1; i < explanation.Spans.Count; i++) isWhole &= explanation.Spans[i].From == explanation.Spans[i - 1].To;
        return isWhole && explanation.Counted == scenario.Time.Duration && explanation.ToString().Length > 0;
    });

    [Fact]
    public void A_calendar_and_its_deadlines_read_back_as_they_print() => Check(scenario =>
    {
        WorkingCalendar again = WorkingCalendar.FromJson(scenario.Calendar.ToJson());
        if (again.ToJson() != scenario.Calendar.ToJson() || again.Add(scenario.Start, scenario.Time) != scenario.Calendar.Add(scenario.Start, scenario.Time)) return false;
        return !Deadline.TryWithin(scenario.Time, scenario.Start, again).TryGet(out Deadline? deadline, out _) || Deadline.Parse(deadline.ToString(), null) == deadline;
    });

    [Fact]
    public void The_clock_agrees_with_the_calendar_on_the_same_pauses() => Check(scenario =>
    {
        if (!Deadline.TryWithin(scenario.Time, scenario.Start, scenario.Calendar).TryGet(out Deadline? deadline, out _)) return NeverOpens(scenario);
        CommitmentClock clock = CommitmentClock.NotStarted.Start(scenario.Start).Value;
        Instant end = scenario.Start;
        foreach (Interval pause in scenario.Pauses.Where(pause => pause.Start >= scenario.Start).OrderBy(pause => pause.Start))
        {
            if (pause.Start < end) continue;
            clock = clock.Pause(pause.Start, "waiting", Party.Customer).Value.Resume(pause.End).Value;
            end = pause.End;
        }

        Interval[] taken = [.. clock.Pauses.Select(pause => new Interval(pause.From, pause.To))];
        if (!clock.Read(deadline, scenario.Calendar, end).TryGet(out ClockReading? reading, out _)) return NeverOpens(scenario);
        return reading.Due == scenario.Calendar.Add(scenario.Start, scenario.Time, taken).Value
            && reading.Elapsed == scenario.Calendar.Elapsed(scenario.Start, end, taken)
            && (reading.Health == Health.Overdue || reading.Elapsed + reading.Remaining == scenario.Time.Duration)
            && reading.Split.Ours + reading.Split.OnCustomer == scenario.Calendar.Elapsed(scenario.Start, end);
    });

    private static MinuteOracle Oracle(Scenario scenario) => new(scenario.Calendar, scenario.Start - Duration.FromDays(4), scenario.Start + Seen);

    private static void Check(Func<Scenario, bool> property, int tests = 300) =>
        Prop.ForAll(Generators.Scenarios, property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static int Minutes(BusinessTime time) => (int)time.Duration.TotalMinutes;

    private static bool NeverOpens(Scenario scenario) => scenario.Calendar.Elapsed(scenario.Start, scenario.Start + Duration.FromDays(3000)) < scenario.Time.Duration;

    /// <summary>The time from an instant to the next opening; of no length when the calendar is open then.</summary>
    private static Interval Closed(WorkingCalendar calendar, Instant from) =>
        new(from, calendar.FirstOpening(from).TryGet(out Instant opening, out _) ? opening : from);
}
