using NodaTime;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>
/// Calendars whose hours lie around a change of the clocks, compared with counting minute by minute. The number of a case is its seed:
/// the same number is the same case, and a failure says it.
/// </summary>
public class ClockChangeTests
{
    private const int Cases = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Open_time_around_any_change_of_the_clocks_is_what_the_clock_on_the_wall_showed(int block)
    {
        for (int seed = block * Cases; seed < (block + 1) * Cases; seed++) Compare(seed);
    }

    /// <summary>A day that is open from 00:00 to 24:00 is all the minutes that showed its date, and no others.</summary>
    [Fact]
    public void Whole_days_meet_at_every_midnight_that_a_change_of_the_clocks_touches()
    {
        foreach (ClockChange change in ClockChanges.AtMidnight.DistinctBy(change => (change.Before, change.After)))
        {
            Instant from = change.At - Duration.FromDays(2);
            foreach (LocalDate date in new[] { change.Before.Date.PlusDays(-1), change.Before.Date, change.After.Date, change.After.Date.PlusDays(1) }.Distinct())
            {
                WorkingCalendar calendar = new WorkingCalendar("day", 1, change.Zone).WithSpecialDays(SpecialDay.Open(date, "open", Some.Hours("00:00-24:00")));
                for (Instant at = from; at < from + Duration.FromDays(4); at += Duration.FromMinutes(30))
                {
                    bool isThatDate = at.InZone(change.Zone).Date == date;
                    if (calendar.IsOpen(at) != isThatDate) Assert.Fail($"{change}: {date:uuuu-MM-dd} at {at}");
                }
            }
        }
    }

    private static void Compare(int seed)
    {
        var random = new Random(seed);
        IReadOnlyList<ClockChange> changes = random.Next(2) == 0 ? ClockChanges.AtMidnight : ClockChanges.All;
        ClockChange change = changes[random.Next(changes.Count)];
        WorkingCalendar calendar = Around(change, random);
        var oracle = new MinuteOracle(calendar, change.At - Duration.FromDays(7), change.At + Duration.FromDays(9));
        for (int i = 0; i < 12; i++)
        {
            Instant start = change.At + Duration.FromMinutes(random.Next(-3 * 1440, 3 * 1440));
            Instant end = start + Duration.FromMinutes(random.Next(0, 3 * 1440));
            int minutes = random.Next(1, 1500);
            Same("open", start, oracle.IsOpen(start), calendar.IsOpen(start));
            Same("elapsed to " + end, start, Duration.FromMinutes(oracle.Elapsed(start, end, [])), calendar.Elapsed(start, end));
            if (oracle.Add(start, minutes, []) is { } due) Same($"{minutes} minutes on", start, due, calendar.Add(start, BusinessTime.FromMinutes(minutes)).Value);
            if (oracle.Subtract(end, minutes) is { } begin) Same($"{minutes} minutes back", end, begin, calendar.Subtract(end, BusinessTime.FromMinutes(minutes)).Value);
            if (Deadline.TryWithin(BusinessTime.FromMinutes(minutes), start, calendar).TryGet(out Deadline? deadline, out _)) CompareExplanation(deadline);
        }

        CompareDays();

        void CompareExplanation(Deadline deadline)
        {
            Explanation explanation = deadline.Explain(calendar);
            if (explanation.IsCut) return;
            Same("explained", deadline.From!.Value, deadline.Time!.Value.Duration, explanation.Counted);
            foreach (ExplainedSpan span in explanation.Spans.Where(span => span.Use == SpanUse.SpecialDay))
                foreach (Instant at in new[] { span.From, span.To - Duration.FromMinutes(1) })
                    Same(span.Name + " explained", at, true, calendar.SpecialDays.Any(day => day.Date == at.InZone(calendar.Zone).Date && day.Name == span.Name));
        }

        void CompareDays()
        {
            var worked = new List<Interval>();
            var others = new HashSet<int>();
            for (LocalDate date = change.Before.Date.PlusDays(-4); date <= change.Before.Date.PlusDays(4); date = date.PlusDays(1))
            {
                Interval? work = oracle.WorkOf(date);
                Same("works on " + date, change.At, work is not null, calendar.IsWorkingDay(date));
                if (work is { } hours) worked.Add(hours);
                if (work?.Start.InZone(change.Zone).Date != date) others.Add(worked.Count - 1);
            }

            for (int from = 0; from < worked.Count; from++)
            {
                // Where the hours of one day reach into the next, or are left only there, an instant belongs to its own date first.
                Instant start = worked[from].Start;
                if (others.Contains(from) || (from > 0 && worked[from - 1].End > start)) continue;
                for (int to = from; to < worked.Count; to++)
                {
                    Same($"{to - from} days to opening", start, worked[to].Start, calendar.Add(start, new BusinessDays(to - from, DayRule.AtOpening)).Value);
                    Same($"{to - from} days to closing", start, worked[to].End, calendar.Add(start, new BusinessDays(to - from, DayRule.AtClosing)).Value);
                }
            }
        }

        void Same<T>(string what, Instant at, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual)) Assert.Fail($"Seed {seed}, {change}: {what} at {at} is {actual}, by the clock on the wall {expected}. {calendar.ToJson()}");
        }
    }

    private static WorkingCalendar Around(ClockChange change, Random random)
    {
        var calendar = new WorkingCalendar("around", 1, change.Zone);
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
            calendar = calendar.WithHours(day, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Hours(change, random))]);
        for (int i = random.Next(3); i > 0; i--) calendar = calendar.WithSpecialDays(Special(change, random));
        for (int i = random.Next(3) - 1; i > 0; i--)
        {
            LocalDateTime from = (random.Next(2) == 0 ? change.Before : change.After).Date.AtMidnight().PlusMinutes(random.Next(2) == 0 ? 0 : random.Next(1440));
            calendar = calendar.WithClosedPeriods(new ClosedPeriod(from, from.PlusMinutes(random.Next(2) == 0 ? 1440 : random.Next(3000)), "closedPeriod"));
        }

        return calendar;
    }

    private static SpecialDay Special(ClockChange change, Random random)
    {
        LocalDate date = change.Before.Date.PlusDays(random.Next(-2, 3));
        return random.Next(3) switch
        {
            0 => SpecialDay.Open(date, "open", Hours(change, random)),
            1 => SpecialDay.Like(date, "like", (IsoDayOfWeek)random.Next(1, 8)),
            _ => SpecialDay.Closed(date, "closed"),
        };
    }

    private static OpenInterval Hours(ClockChange change, Random random)
    {
        int opens = Edge(change, random);
        int closes = random.Next(4) == 0 ? 1440 : Edge(change, random);
        return closes > opens && closes < 1440
            ? OpenInterval.Between(TimeOf(opens), TimeOf(closes))
            : OpenInterval.OverMidnight(TimeOf(opens), TimeOf(closes % 1440 <= opens ? closes % 1440 : opens));
    }

    private static int Edge(ClockChange change, Random random) => random.Next(5) switch
    {
        0 => 0,
        1 => MinuteOf(change.Before, random.Next(-90, 90)),
        2 => MinuteOf(change.After, random.Next(-90, 90)),
        3 => MinuteOf(random.Next(2) == 0 ? change.Before : change.After, 0),
        _ => random.Next(1440),
    };

    private static int MinuteOf(LocalDateTime local, int more) => (local.Hour * 60 + local.Minute + more + 1440) % 1440;

    private static LocalTime TimeOf(int minute) => LocalTime.Midnight.PlusMinutes(minute);
}
