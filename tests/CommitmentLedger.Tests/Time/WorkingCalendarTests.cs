using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Utc = new("utc", 1, DateTimeZone.Utc);

    [Fact]
    public void Work_time_that_runs_out_at_closing_is_due_at_closing_and_a_clock_starts_at_the_next_opening()
    {
        Instant closing = Some.InBerlin("2026-11-16T17:00:00");

        Some.Office.Add(Some.InBerlin("2026-11-16T09:00:00"), BusinessTime.FromHours(8)).Value.Should().Be(closing);
        Some.Office.FirstOpening(closing).Value.Should().Be(Some.InBerlin("2026-11-17T09:00:00"));
    }

    [Fact]
    public void The_opening_instant_is_open_and_the_closing_instant_is_closed()
    {
        Some.Office.IsOpen(Some.InBerlin("2026-11-16T09:00:00")).Should().BeTrue();
        Some.Office.IsOpen(Some.InBerlin("2026-11-16T09:00:00") - Duration.FromTicks(10)).Should().BeFalse();
        Some.Office.IsOpen(Some.InBerlin("2026-11-16T17:00:00")).Should().BeFalse();
        Some.Office.IsOpen(Some.InBerlin("2026-11-16T17:00:00") - Duration.FromTicks(10)).Should().BeTrue();
    }

    [Fact]
    public void Zero_time_is_due_at_the_first_open_instant_at_or_after_the_start()
    {
        Some.Office.Add(Some.InBerlin("2026-11-14T12:00:00"), default(BusinessTime)).Value.Should().Be(Some.InBerlin("2026-11-16T09:00:00"));
        Some.Office.Add(Some.InBerlin("2026-11-16T12:00:00"), default(BusinessTime)).Value.Should().Be(Some.InBerlin("2026-11-16T12:00:00"));
    }

    [Fact]
    public void Counting_back_stops_at_an_open_instant()
    {
        Some.Office.Subtract(Some.InBerlin("2026-11-16T10:00:00"), BusinessTime.FromHours(1)).Value.Should().Be(Some.InBerlin("2026-11-16T09:00:00"));
        Some.Office.Subtract(Some.InBerlin("2026-11-16T10:00:00"), BusinessTime.FromHours(2)).Value.Should().Be(Some.InBerlin("2026-11-13T16:00:00"));
        Some.Office.Subtract(Some.InBerlin("2026-11-15T10:00:00"), default(BusinessTime)).Value.Should().Be(Some.InBerlin("2026-11-13T17:00:00"));
        Some.Office.LastClosing(Some.InBerlin("2026-11-16T09:00:00")).Value.Should().Be(Some.InBerlin("2026-11-13T17:00:00"));
    }

    [Fact]
    public void Hours_over_midnight_belong_to_the_day_on_which_they_open_and_a_holiday_on_it_removes_them_all()
    {
        WorkingCalendar night = new WorkingCalendar("night", 1, Some.Berlin).WithEveryDay(Some.Hours("22:00-06:00+1"));
        Instant monday = Some.InBerlin("2026-11-16T12:00:00");
        Instant tuesday = Some.InBerlin("2026-11-17T12:00:00");

        night.Elapsed(monday, tuesday).Should().Be(Duration.FromHours(8));
        WorkingCalendar holiday = night.WithSpecialDays(SpecialDay.Closed(Some.Date("2026-11-16"), "Founders' Day"));
        holiday.Elapsed(monday, tuesday).Should().Be(Duration.Zero);
        holiday.Elapsed(tuesday, tuesday + Duration.FromDays(1)).Should().Be(Duration.FromHours(8), "the night that opens on the day after is its own");
    }

    [Theory]
    [InlineData("America/New_York", "20:00-22:00", 2)]
    [InlineData("America/New_York", "20:00-06:00+1", 10)]
    [InlineData("Pacific/Kiritimati", "08:00-12:00", 4)]
    [InlineData("Pacific/Kiritimati", "22:00-20:00+1", 22)]
    public void Hours_at_the_new_year_count_wherever_it_begins(string zone, string hours, int expected)
    {
        WorkingCalendar calendar = new WorkingCalendar("new year", 1, DateTimeZoneProviders.Tzdb[zone])
            .WithSpecialDays(SpecialDay.Open(Some.Date("2026-12-31"), "Last", Some.Hours(hours)), SpecialDay.Open(Some.Date("2027-01-01"), "First", Some.Hours(hours)));

        calendar.Elapsed(Some.Instant("2026-12-01T00:00:00Z"), Some.Instant("2027-02-01T00:00:00Z")).Should().Be(Duration.FromHours(2 * expected));
        calendar.IsWorkingDay(Some.Date("2026-12-31")).Should().BeTrue();
        calendar.Add(Some.Instant("2026-12-30T00:00:00Z"), new BusinessDays(1, DayRule.AtOpening)).Value
            .Should().Be(Some.Date("2027-01-01").At(Some.Hours(hours).Opens).InZoneStrictly(calendar.Zone).ToInstant());
    }

    [Fact]
    public void Hours_that_the_clocks_skip_vanish_and_an_opening_that_does_not_exist_moves_forward()
    {
        Instant saturday = Some.InBerlin("2026-03-28T12:00:00");
        Instant sunday = Some.InBerlin("2026-03-29T12:00:00");
        WorkingCalendar early = new("early", 1, Some.Berlin);

        early.WithHours(IsoDayOfWeek.Sunday, Some.Hours("02:00-03:00")).Elapsed(saturday, sunday).Should().Be(Duration.Zero);
        early.WithHours(IsoDayOfWeek.Sunday, Some.Hours("02:30-04:00")).FirstOpening(saturday).Value.Should().Be(Some.InBerlin("2026-03-29T03:30:00"));
    }

    [Fact]
    public void Of_times_that_occur_twice_the_first_opens_and_the_last_closes()
    {
        WorkingCalendar early = new WorkingCalendar("early", 1, Some.Berlin).WithHours(IsoDayOfWeek.Sunday, Some.Hours("02:00-02:30"));

        early.Elapsed(Some.InBerlin("2026-10-24T12:00:00"), Some.InBerlin("2026-10-25T12:00:00")).Should().Be(Duration.FromMinutes(90));
    }

    [Theory]
    [InlineData("Atlantic/Azores", "2026-10-24", 24)]
    [InlineData("Atlantic/Azores", "2026-10-25", 25)]
    [InlineData("America/Havana", "2024-03-10", 23)]
    [InlineData("America/Havana", "2024-11-03", 25)]
    [InlineData("Asia/Beirut", "2026-03-29", 23)]
    [InlineData("Asia/Beirut", "2026-10-24", 25)]
    [InlineData("America/St_Johns", "2006-10-28", 24 + 59 / 60.0)]
    [InlineData("America/St_Johns", "2006-10-29", 24 + 1 / 60.0)]
    [InlineData("America/Toronto", "1919-03-30", 23.5)]
    [InlineData("America/Toronto", "1919-03-31", 23.5)]
    [InlineData("Pacific/Apia", "2011-12-29", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", 0)]
    [InlineData("Pacific/Apia", "2011-12-31", 24)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    public void A_whole_day_is_as_long_as_it_was_and_lies_on_its_own_date(string zone, string date, double hours)
    {
        WorkingCalendar calendar = new WorkingCalendar("day", 1, DateTimeZoneProviders.Tzdb[zone])
            .WithSpecialDays(SpecialDay.Open(Some.Date(date), "Day", Some.Hours("00:00-24:00")));
        Instant noon = Some.Date(date).At(new LocalTime(12, 0)).InUtc().ToInstant();

        calendar.Elapsed(noon - Duration.FromDays(3), noon + Duration.FromDays(3)).Should().Be(Duration.FromHours(hours));
        calendar.IsWorkingDay(Some.Date(date)).Should().Be(hours > 0);
    }

    [Fact]
    public void An_hour_after_midnight_that_is_repeated_belongs_to_its_own_date_with_all_that_holds_for_it()
    {
        DateTimeZone azores = DateTimeZoneProviders.Tzdb["Atlantic/Azores"];
        WorkingCalendar daily = new WorkingCalendar("daily", 1, azores).WithEveryDay(Some.Hours("00:00-24:00"));
        Instant first = Some.Instant("2026-10-25T00:00:00Z");
        Instant second = Some.Instant("2026-10-25T01:00:00Z");

        daily.WithSpecialDays(SpecialDay.Closed(Some.Date("2026-10-25"), "Holiday")).IsOpen(first).Should().BeFalse();
        daily.WithSpecialDays(SpecialDay.Closed(Some.Date("2026-10-24"), "Holiday")).IsOpen(first).Should().BeTrue();
        daily.WithClosedPeriods(new ClosedPeriod(Some.Local("2026-10-24T00:00:00"), Some.Local("2026-10-25T00:00:00"), "Closed")).IsOpen(first).Should().BeTrue();
        daily.Add(first - Duration.FromHours(2), new BusinessDays(0, DayRule.AtClosing)).Value.Should().Be(first);
        daily.Add(second, new BusinessDays(0, DayRule.AtOpening)).Value.Should().Be(first);
        Deadline.Between(Some.Local("2026-10-24T22:00:00"), Some.Local("2026-10-25T00:00:00"), azores).Due.Should().Be(first);
        Deadline.Between(Some.Local("2026-10-24T22:00:00"), Some.Local("2026-10-25T00:30:00"), azores).Due.Should().Be(second + Duration.FromMinutes(30));
    }

    [Fact]
    public void A_date_that_the_clocks_skip_is_no_working_day_and_nights_end_on_the_next_that_exists()
    {
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        WorkingCalendar office = new WorkingCalendar("office", 1, apia).WithEveryDay(Some.Hours("09:00-17:00"));
        WorkingCalendar night = new WorkingCalendar("night", 1, apia).WithEveryDay(Some.Hours("22:00-06:00+1"));

        office.Add(At("2011-12-29T12:00:00"), new BusinessDays(1, DayRule.SameTime)).Value.Should().Be(At("2011-12-31T12:00:00"));
        office.Subtract(At("2011-12-31T12:00:00"), new BusinessDays(1, DayRule.SameTime)).Value.Should().Be(At("2011-12-29T12:00:00"));
        night.Add(At("2011-12-29T12:00:00"), new BusinessDays(0, DayRule.AtClosing)).Value.Should().Be(At("2011-12-31T06:00:00"));
        night.Add(At("2011-12-31T02:00:00"), new BusinessDays(1, DayRule.SameTime)).Value.Should().Be(At("2012-01-01T02:00:00"));
        office.WithSpecialDays(SpecialDay.Closed(Some.Date("2011-12-30"), "Holiday")).Lint().Should().ContainSingle(lint => lint.Code == "skipped_date");

        Instant At(string local) => Some.Local(local).InZoneStrictly(apia).ToInstant();
    }

    [Fact]
    public void An_explanation_from_the_second_passing_of_an_hour_before_midnight_names_its_date()
    {
        // The clocks of St John's went back at 00:01 to 23:01 of the day before.
        WorkingCalendar calendar = new WorkingCalendar("office", 1, DateTimeZoneProviders.Tzdb["America/St_Johns"])
            .WithEveryDay(Some.Hours("09:00-17:00"))
            .WithSpecialDays(SpecialDay.Closed(Some.Date("2006-10-28"), "Saturday off"));
        Instant start = Some.Instant("2006-10-29T03:00:00Z");

        Explanation explanation = Deadline.Within(BusinessTime.FromHours(1), start, calendar).Explain(calendar);

        explanation.Spans.Select(span => (span.Use, span.Length)).Should().Equal(
            (SpanUse.SpecialDay, Duration.FromMinutes(30)),
            (SpanUse.Closed, Duration.FromHours(9)),
            (SpanUse.Counted, Duration.FromHours(1)));
    }

    [Fact]
    public void A_dated_entry_goes_before_a_yearly_one_and_the_last_entry_for_a_date_counts()
    {
        WorkingCalendar calendar = Utc.WithEveryDay(Some.Hours("09:00-17:00")).WithSpecialDays(
            SpecialDay.Open(Some.Date("2026-12-24"), "Short", Some.Hours("09:00-11:00")),
            SpecialDay.Closed(new AnnualDate(12, 24), "Christmas Eve"),
            SpecialDay.Open(Some.Date("2026-12-31"), "Short", Some.Hours("09:00-11:00")),
            SpecialDay.Open(Some.Date("2026-12-31"), "Shorter", Some.Hours("09:00-10:00")));

        OpenOn(calendar, "2026-12-24").Should().Be(Duration.FromHours(2));
        OpenOn(calendar, "2027-12-24").Should().Be(Duration.Zero);
        OpenOn(calendar, "2026-12-31").Should().Be(Duration.FromHours(1));
        calendar.Lint().Should().ContainSingle(lint => lint.Code == "same_date" && lint.Field == "$.specialDays[3]");
    }

    [Fact]
    public void A_date_may_be_worked_like_another_weekday()
    {
        WorkingCalendar calendar = Utc.WithWeekdays(Some.Hours("09:00-17:00")).WithSpecialDays(SpecialDay.Like(Some.Date("2026-11-14"), "Make-up day", IsoDayOfWeek.Monday));

        OpenOn(calendar, "2026-11-14").Should().Be(Duration.FromHours(8));
        calendar.IsWorkingDay(Some.Date("2026-11-14")).Should().BeTrue();
        calendar.IsWorkingDay(Some.Date("2026-11-15")).Should().BeFalse();
    }

    [Fact]
    public void A_closed_period_removes_its_overlap_in_the_zone_in_which_it_was_announced()
    {
        var meeting = new ClosedPeriod(Some.Local("2026-11-16T12:00:00"), Some.Local("2026-11-16T13:00:00"), "Meeting", Some.Dubai);
        WorkingCalendar calendar = Utc.WithWeekdays(Some.Hours("08:30-17:00")).WithClosedPeriods(meeting);

        calendar.Elapsed(Some.Instant("2026-11-16T00:00:00Z"), Some.Instant("2026-11-16T09:00:00Z")).Should().Be(Duration.Zero, "noon in Dubai is eight in UTC");
        OpenOn(calendar, "2026-11-16").Should().Be(Duration.FromHours(8));
    }

    [Fact]
    public void Entries_that_are_not_active_and_closed_periods_of_no_length_have_no_effect()
    {
        Instant noon = Some.Instant("2026-11-16T12:00:00Z");
        WorkingCalendar calendar = Utc.WithWeekdays(Some.Hours("09:00-17:00"))
            .WithSpecialDays(SpecialDay.Closed(Some.Date("2026-11-16"), "Cancelled").Inactive())
            .WithClosedPeriods(
                new ClosedPeriod(Some.Local("2026-11-16T12:00:00"), Some.Local("2026-11-16T12:00:00"), "Nothing"),
                new ClosedPeriod(Some.Local("2026-11-16T12:00:00"), Some.Local("2026-11-16T14:00:00"), "Off", isActive: false));

        OpenOn(calendar, "2026-11-16").Should().Be(Duration.FromHours(8));
        calendar.IsOpen(noon).Should().BeTrue();
        calendar.Lint().Select(lint => lint.Code).Should().Equal("inactive", "no_length", "inactive");
    }

    [Fact]
    public void Overlaps_across_midnight_and_days_that_end_at_2359_are_named()
    {
        WorkingCalendar calendar = Utc
            .WithHours(IsoDayOfWeek.Sunday, Some.Hours("22:00-06:00+1"))
            .WithHours(IsoDayOfWeek.Monday, Some.Hours("05:00-12:00"), Some.Hours("13:00-23:59"));

        calendar.Lint().Select(lint => (lint.Code, lint.Field)).Should().BeEquivalentTo([("overlap", "$.hours.sunday"), ("ends_before_midnight", "$.hours.monday[1]")]);
        calendar.Lint()[0].ToString().Should().Contain("24:00");
    }

    [Theory]
    [InlineData("2026-11-13T18:00:00", 1, DayRule.AtOpening, "2026-11-17T09:00:00")]
    [InlineData("2026-11-13T12:00:00", 1, DayRule.AtClosing, "2026-11-16T17:00:00")]
    [InlineData("2026-11-13T12:00:00", 0, DayRule.AtClosing, "2026-11-13T17:00:00")]
    [InlineData("2026-11-13T12:00:00", 0, DayRule.SameTime, "2026-11-13T12:00:00")]
    public void Working_days_end_by_their_rule(string start, int count, DayRule rule, string expected) =>
        Some.Office.Add(Some.InBerlin(start), new BusinessDays(count, rule)).Value.Should().Be(Some.InBerlin(expected));

    [Theory]
    [InlineData("2026-11-16T12:00:00", 1, DayRule.SameTime, "2026-11-13T12:00:00")]
    [InlineData("2026-11-15T12:00:00", 1, DayRule.AtOpening, "2026-11-12T09:00:00")]
    [InlineData("2026-11-15T12:00:00", 1, DayRule.SameTime, "2026-11-12T17:00:00")]
    public void Working_days_count_back_from_the_last_closing(string end, int count, DayRule rule, string expected) =>
        Some.Office.Subtract(Some.InBerlin(end), new BusinessDays(count, rule)).Value.Should().Be(Some.InBerlin(expected));

    [Fact]
    public void The_same_time_on_a_day_that_is_closed_then_is_its_closing_before_or_else_its_first_opening()
    {
        WorkingCalendar calendar = Some.Office.WithHours(IsoDayOfWeek.Tuesday, Some.Hours("11:00-12:00"), Some.Hours("14:00-15:00"));

        At("2026-11-16T10:00:00").Should().Be(Some.InBerlin("2026-11-17T11:00:00"));
        At("2026-11-16T13:00:00").Should().Be(Some.InBerlin("2026-11-17T12:00:00"));
        At("2026-11-16T16:00:00").Should().Be(Some.InBerlin("2026-11-17T15:00:00"));

        Instant At(string start) => calendar.Add(Some.InBerlin(start), new BusinessDays(1, DayRule.SameTime)).Value;
    }

    [Fact]
    public void After_midnight_of_a_night_shift_the_working_day_is_the_one_on_which_it_opened()
    {
        WorkingCalendar night = new WorkingCalendar("night", 1, Some.Berlin).WithWeekdays(Some.Hours("22:00-06:00+1"));

        night.Add(Some.InBerlin("2026-11-14T02:00:00"), new BusinessDays(1, DayRule.SameTime)).Value.Should().Be(Some.InBerlin("2026-11-17T02:00:00"));
    }

    [Fact]
    public void A_calendar_that_opens_too_little_says_so_and_one_that_never_opens_again_too()
    {
        WorkingCalendar once = Utc.WithSpecialDays(SpecialDay.Open(Some.Date("2026-11-16"), "Only day", Some.Hours("09:00-17:00")));
        Instant before = Some.Instant("2026-11-01T00:00:00Z");

        once.Add(before, BusinessTime.FromHours(8)).Value.Should().Be(Some.Instant("2026-11-16T17:00:00Z"));
        once.Add(before, BusinessTime.FromHours(9)).Refusal!.Code.Should().Be("too_far");
        once.Add(before, BusinessTime.FromHours(9)).NeverOpens.Should().BeFalse();
        once.FirstOpening(Some.Instant("2026-11-16T17:00:00Z")).NeverOpens.Should().BeTrue();
        once.Subtract(before, BusinessTime.FromHours(1)).NeverOpens.Should().BeTrue();
    }

    [Fact]
    public void A_closed_period_over_all_years_never_opens_and_ends_the_search()
    {
        WorkingCalendar closed = Some.Office.WithClosedPeriods(new ClosedPeriod(Some.Local("1800-01-01T00:00:00"), Some.Local("2300-01-01T00:00:00"), "For good"));

        closed.Add(Some.InBerlin("2026-11-16T09:00:00"), BusinessTime.FromHours(1)).NeverOpens.Should().BeTrue();
        closed.Lint().Should().ContainSingle(lint => lint.Code == "never_opens");
    }

    [Fact]
    public void Instants_outside_the_range_and_too_many_entries_are_mistakes_that_name_the_field()
    {
        FluentActions.Invoking(() => Some.Office.FirstOpening(Some.Instant("2200-01-01T00:00:00Z"))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("from");

        SpecialDay[] tenThousand = [.. Enumerable.Range(0, 10_000).Select(day => SpecialDay.Closed(Some.Date("2026-01-01").PlusDays(day), "Holiday"))];
        FluentActions.Invoking(() => Utc.WithSpecialDays(tenThousand)).Should().Throw<ArgumentException>().WithParameterName("specialDays");
    }

    [Fact]
    public void A_default_interval_is_caught()
    {
        FluentActions.Invoking(() => Utc.WithWeekdays(default(OpenInterval))).Should().Throw<ArgumentException>().WithParameterName("hours");
        FluentActions.Invoking(() => default(TimeResult<Instant>).Value).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => default(TimeResult<Instant>).Refusal).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void What_is_finer_than_a_microsecond_is_cut_off_towards_the_past()
    {
        Instant opening = Some.Instant("1965-11-15T09:00:00Z");
        WorkingCalendar calendar = Utc.WithEveryDay(Some.Hours("09:00-17:00"));

        calendar.FirstOpening(opening - Duration.FromNanoseconds(1)).Value.Should().Be(opening);
        calendar.IsOpen(opening - Duration.FromNanoseconds(1)).Should().BeFalse();
        calendar.FirstOpening(opening + Duration.FromNanoseconds(1)).Value.Should().Be(opening);
        FluentActions.Invoking(() => new BusinessTime(Duration.FromNanoseconds(1))).Should().Throw<ArgumentException>().WithParameterName("duration");
    }

    [Fact]
    public void Adding_open_time_allocates_nothing()
    {
        WorkingCalendar calendar = Some.Office.WithSpecialDays(SpecialDay.Closed(new AnnualDate(12, 25), "Christmas Day"));
        Instant start = Some.InBerlin("2026-11-16T10:00:00");
        var time = BusinessTime.FromHours(3000);
        Instant due = calendar.Add(start, time).Value;
        calendar.Subtract(due, time);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            calendar.Add(start, time);
            calendar.Subtract(due, time);
            calendar.Elapsed(start, due);
            calendar.FirstOpening(start);
            calendar.LastClosing(due);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Many_threads_that_ask_a_new_calendar_get_the_same_answers()
    {
        Instant[] starts = [.. Enumerable.Range(0, 400).Select(i => Some.InBerlin("1990-01-01T10:00:00") + Duration.FromDays(40 * i))];
        Instant[] expected = [.. starts.Select(start => Some.Office.AsVersion(2).Add(start, BusinessTime.FromHours(100)).Value)];
        WorkingCalendar shared = Some.Office.AsVersion(3);

        starts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(start => shared.Add(start, BusinessTime.FromHours(100)).Value).Should().Equal(expected);
    }

    [Fact]
    public void A_calendar_cannot_be_changed_through_what_it_shows()
    {
        WorkingCalendar calendar = Some.Office.WithSpecialDays(SpecialDay.Open(Some.Date("2026-12-24"), "Short", Some.Hours("09:00-11:00")));

        calendar.HoursOn(IsoDayOfWeek.Monday).Should().NotBeOfType<OpenInterval[]>();
        calendar.SpecialDays.Should().NotBeOfType<SpecialDay[]>();
        calendar.SpecialDays[0].Hours.Should().NotBeOfType<OpenInterval[]>();
        Some.Office.SpecialDays.Should().BeEmpty("each With gives another calendar");
    }

    private static Duration OpenOn(WorkingCalendar calendar, string date)
    {
        Instant start = Some.Date(date).AtStartOfDayInZone(calendar.Zone).ToInstant();
        return calendar.Elapsed(start, Some.Date(date).PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant());
    }
}
