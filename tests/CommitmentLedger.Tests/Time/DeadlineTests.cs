using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Tests.Time;

public class DeadlineTests
{
    private static readonly WorkingCalendar Always = WorkingCalendar.AroundTheClock(Some.Dubai);
    private static readonly Instant Ten = Some.Instant("2026-11-14T06:00:00Z");

    public static TheoryData<string> EveryForm => new(Examples.Keys);

    private static Dictionary<string, Deadline> Examples { get; } = new(StringComparer.Ordinal)
    {
        ["at"] = Deadline.At(Ten, Some.Dubai),
        ["by"] = Deadline.By(Some.Local("2026-11-20T17:00:00"), Some.Dubai, "by Friday 17:00"),
        ["between"] = Deadline.Between(Some.Local("2026-11-14T10:00:00"), Some.Local("2026-11-14T12:00:00"), Some.Dubai, "\"between\" 10 \\ 12"),
        ["within time"] = Deadline.Within(BusinessTime.FromMinutes(30), Ten, Always, said: "in the next 30 minutes"),
        ["within days"] = Deadline.Within(new BusinessDays(2, DayRule.AtClosing), Ten, Some.Office, Some.Dubai, "two working days"),
        ["ahead time"] = Deadline.Ahead(BusinessTime.FromHours(4), Deadline.At(Ten, Some.Dubai), Some.Office),
        ["ahead days"] = Deadline.Ahead(new BusinessDays(1, DayRule.SameTime), Deadline.At(Ten, Some.Dubai), Some.Office.AsVersion(7)),
    };

    [Fact]
    [Proves("LAB-04", 'a')]
    public void A_call_in_the_next_30_minutes_is_due_half_an_hour_later_in_the_time_of_the_customer()
    {
        Deadline promised = Deadline.Within(BusinessTime.FromMinutes(30), Ten, WorkingCalendar.AroundTheClock(Some.Berlin), Some.Dubai, "in the next 30 minutes");

        promised.Due.Should().Be(Ten + Duration.FromMinutes(30));
        promised.ToText().Should().Be("Sat 14 Nov 2026 10:30 (Asia/Dubai)");
        promised.Said.Should().Be("in the next 30 minutes");
    }

    public static TheoryData<Deadline, Deadline, bool> Moments
    {
        get
        {
            LocalDateTime ten = Some.Local("2026-11-14T10:00:00"), twelve = Some.Local("2026-11-14T12:00:00");
            Deadline window = Deadline.Between(ten, twelve, Some.Dubai);
            Deadline anew = Deadline.Parse(Deadline.By(ten, Some.Dubai).ToString().Replace("06:00:00Z", "07:00:00Z", StringComparison.Ordinal));
            return new TheoryData<Deadline, Deadline, bool>
            {
                { window, Deadline.Between(ten, twelve, Some.Dubai, "between ten and twelve"), true },
                { window, Deadline.Between(ten.PlusHours(-2), twelve, Some.Dubai), false },
                { window, Deadline.Between(ten, twelve.PlusHours(1), Some.Dubai), false },
                { window, Deadline.By(twelve, Some.Dubai), false },
                { window, Deadline.At(Ten + Duration.FromHours(2), Some.Dubai), false },
                { Deadline.By(ten, Some.Dubai), Deadline.At(Ten, Some.Berlin), true },
                { Deadline.By(ten, Some.Dubai), Deadline.By(ten, Some.Berlin), false },
                { Deadline.By(ten, Some.Dubai), Deadline.Within(BusinessTime.FromMinutes(30), Ten - Duration.FromMinutes(30), Always), true },
                { Deadline.By(ten, Some.Dubai), anew, true },
                { Deadline.By(ten.PlusHours(1), Some.Dubai), anew, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Two_deadlines_are_the_same_moment_when_the_customer_was_told_the_same(Deadline one, Deadline other, bool expected)
    {
        one.IsSameMomentAs(other).Should().Be(expected);
        other.IsSameMomentAs(one).Should().Be(expected);
    }

    [Fact]
    public void What_is_done_before_it_is_due_is_on_time_by_its_margin()
    {
        Deadline promised = Deadline.Within(BusinessTime.FromMinutes(30), Ten, Always);

        promised.Judge(Ten + Duration.FromMinutes(10)).Should().Be(new Judgement(Timeliness.OnTime, Duration.FromMinutes(20)));
        promised.Judge(promised.Due).Should().Be(new Judgement(Timeliness.OnTime, Duration.Zero));
        promised.Judge(promised.Due + Duration.FromTicks(10)).IsInTime.Should().BeFalse();
        promised.IsOverdueAt(promised.Due).Should().BeFalse();
        promised.IsOverdueAt(promised.Due + Duration.FromTicks(10)).Should().BeTrue();
    }

    [Theory]
    [InlineData("2026-11-14T05:59:59Z", Timeliness.Early)]
    [InlineData("2026-11-14T06:00:00Z", Timeliness.OnTime)]
    [InlineData("2026-11-14T08:00:00Z", Timeliness.OnTime)]
    [InlineData("2026-11-14T08:00:01Z", Timeliness.Late)]
    public void A_window_is_judged_early_on_time_or_late(string arrival, Timeliness expected)
    {
        Deadline window = Examples["between"];

        window.ToText().Should().Be("Sat 14 Nov 2026 10:00–12:00 (Asia/Dubai)");
        window.Judge(Some.Instant(arrival)).Timeliness.Should().Be(expected);
        window.Judge(Some.Instant(arrival)).Margin.Should().Be(window.Due - Some.Instant(arrival));
    }

    [Fact]
    [Proves("LAB-23", 'a')]
    public void A_promise_outside_hours_says_which_calendar_was_used()
    {
        Instant late = Some.InBerlin("2026-11-16T23:50:00");

        Deadline always = Deadline.Within(BusinessTime.FromMinutes(30), late, WorkingCalendar.AroundTheClock(Some.Berlin));
        Deadline hours = Deadline.Within(BusinessTime.FromMinutes(30), late, Some.Office);

        (always.ToText(), always.Calendar!.ToString()).Should().Be(("Tue 17 Nov 2026 00:20 (Europe/Berlin)", "around-the-clock version 1"));
        (hours.ToText(), hours.Calendar!.ToString()).Should().Be(("Tue 17 Nov 2026 09:30 (Europe/Berlin)", "office version 1"));
    }

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void A_deadline_reads_back_as_it_prints(string form)
    {
        Deadline deadline = Examples[form];

        Deadline again = Deadline.Parse(deadline.ToString(), null);

        again.Should().Be(deadline);
        again.ToString().Should().Be(deadline.ToString());
        again.GetHashCode().Should().Be(deadline.GetHashCode());
    }

    [Fact]
    public void The_line_holds_what_was_said_and_all_that_produced_the_instant() =>
        Examples["within days"].ToString().Should().Be(
            $"within 2d:at-closing from 2026-11-14T06:00:00Z in Asia/Dubai calendar office version 1 due 2026-11-18T16:00:00Z tzdb {TzdbDateTimeZoneSource.Default.TzdbVersion} said \"two working days\"");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("soon", "no form")]
    [InlineData("at noon in UTC tzdb 2026a", "'at'")]
    [InlineData("at 2026-11-14T06:00:00.0000001Z in UTC tzdb 2026a", "microseconds")]
    [InlineData("at 2226-11-14T06:00:00Z in UTC tzdb 2026a", "1900 to 2199")]
    [InlineData("at 2026-11-14T06:00:00Z in Mars/Base tzdb 2026a", "Mars/Base")]
    [InlineData("at 2026-11-14T06:00:00Z in UTC", "ends before 'tzdb'")]
    [InlineData("at 2026-11-14T06:00:00Z in UTC tzdb 2026a said \"never", "no end")]
    [InlineData("at 2026-11-14T06:00:00Z in UTC tzdb 2026a more", "'said'")]
    [InlineData("within x from 2026-11-14T06:00:00Z in UTC calendar a version 1 due 2026-11-14T06:00:00Z tzdb 2026a", "'x'")]
    [InlineData("within 1h from 2026-11-14T06:00:00Z in UTC calendar a version 0 due 2026-11-14T06:00:00Z tzdb 2026a", "'version'")]
    [InlineData("between 2026-11-14T06:00:00 and 2026-11-14T07:00:00 in UTC opens 2026-11-14T07:00:00Z due 2026-11-14T06:00:00Z tzdb 2026a", "window")]
    [InlineData("by 9000-01-01T00:00:00 in UTC due 2026-12-01T00:00:00Z tzdb x", "'due' is not the instant")]
    [InlineData("by 0001-01-01T00:00:00 in UTC due 2026-12-01T00:00:00Z tzdb x", "'due' is not the instant")]
    [InlineData("by 2026-12-01T19:00:00 in UTC due 2026-12-01T00:00:00Z tzdb x", "'due' is not the instant")]
    [InlineData("by 2199-12-31T23:00:00 in America/New_York due 2199-12-31T23:00:00Z tzdb x", "1900 to 2199")]
    [InlineData("between 2026-11-14T07:00:00 and 2026-11-14T06:00:00 in UTC opens 2026-11-14T06:00:00Z due 2026-11-14T07:00:00Z tzdb 2026a", "window")]
    [InlineData("between 0001-11-14T06:00:00 and 2026-11-14T07:00:00 in UTC opens 2026-11-14T06:00:00Z due 2026-11-14T07:00:00Z tzdb 2026a", "'opens' is not the instant")]
    [InlineData("within 1h from 2199-12-31T23:00:00Z in UTC calendar a version 1 due 2026-12-01T00:00:00Z tzdb 2026a", "before what it is counted from")]
    [InlineData("within 1d:at-closing from 2026-12-02T00:00:00Z in UTC calendar a version 1 due 2026-12-01T00:00:00Z tzdb 2026a", "before what it is counted from")]
    [InlineData("ahead 1h of 2026-12-01T00:00:00Z in UTC calendar a version 1 due 2026-12-01T00:00:01Z tzdb 2026a", "after what it is ahead of")]
    public void Text_that_is_no_deadline_is_refused_and_what_is_wrong_is_named(string text, string expected)
    {
        Deadline.TryParse(text, null, out _).Should().BeFalse();
        FluentActions.Invoking(() => Deadline.Parse(text, null)).Should().Throw<FormatException>().WithMessage($"*{expected}*");
    }

    [Theory]
    [InlineData("by 2023-05-10T16:00:00 in Africa/Cairo due 2023-05-10T14:00:00Z tzdb 2022g")]
    [InlineData("between 2023-05-10T14:00:00 and 2023-05-10T16:00:00 in Africa/Cairo opens 2023-05-10T12:00:00Z due 2023-05-10T14:00:00Z tzdb 2022g")]
    [InlineData("by 2011-12-30T12:00:00 in Pacific/Apia due 2011-12-30T22:00:00Z tzdb 2026a")]
    [InlineData("by 2026-03-29T02:30:00 in Europe/Berlin due 2026-03-29T01:30:00Z tzdb 2026a")]
    public void The_text_of_other_zone_rules_and_of_skipped_times_is_read(string text) => Deadline.Parse(text).ToString().Should().Be(text);

    [Fact]
    public void Windows_that_are_empty_or_that_the_clocks_skip_are_refused()
    {
        FluentActions.Invoking(() => Deadline.TryBetween(Some.Local("2026-11-14T12:00:00"), Some.Local("2026-11-14T10:00:00"), Some.Dubai))
            .Should().Throw<ArgumentException>().WithParameterName("due");
        Deadline.TryBetween(Some.Local("2026-03-29T02:00:00"), Some.Local("2026-03-29T03:00:00"), Some.Berlin).Refusal!.Code.Should().Be("empty_window");
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59")]
    [InlineData("2200-01-02T00:00:00")]
    [InlineData("-0001-01-01T00:00:00")]
    public void A_date_at_the_end_of_time_is_a_mistake_that_names_the_field(string local)
    {
        FluentActions.Invoking(() => Deadline.By(Some.Local(local), Some.Dubai)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("due");
        FluentActions.Invoking(() => Deadline.At(Instant.MaxValue, Some.Dubai)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("due");
    }

    [Fact]
    public void Words_that_cannot_be_kept_are_a_mistake()
    {
        foreach (string said in (string[])["", "a\nb", "\ud800", "x\udc00", new string('x', 501)])
            FluentActions.Invoking(() => Deadline.At(Ten, Some.Dubai, said)).Should().Throw<ArgumentException>().WithParameterName(nameof(said));
        Deadline.At(Ten, Some.Dubai, "by noon \ud83d\ude42").Said.Should().EndWith("\ud83d\ude42");
    }

    [Fact]
    public void A_calendar_that_never_opens_gives_no_deadline() =>
        Deadline.TryWithin(BusinessTime.FromHours(1), Ten, new WorkingCalendar("closed", 1, Some.Dubai)).NeverOpens.Should().BeTrue();

    [Fact]
    public void A_deadline_before_the_promise_is_refused_and_names_the_field()
    {
        Deadline deadline = Deadline.At(Ten, Some.Dubai);

        deadline.NotBefore(Ten).Value.Should().BeSameAs(deadline);
        deadline.NotBefore(Ten + Duration.FromTicks(10)).Refusal.Should().Match<TimeRefusal>(refusal => refusal.Code == "due_before_promise" && refusal.Field == "due");
    }

    [Fact]
    public void The_three_dates_of_a_promise_each_have_their_zone()
    {
        Deadline requested = Deadline.By(Some.Local("2026-11-20T17:00:00"), Some.Dubai);
        Deadline promised = Deadline.By(Some.Local("2026-11-20T18:00:00"), Some.Dubai);
        Deadline inside = Deadline.Ahead(BusinessTime.FromHours(4), promised, Some.Office);

        requested.ToText().Should().Be("Fri 20 Nov 2026 17:00 (Asia/Dubai)");
        inside.ToText().Should().Be("Fri 20 Nov 2026 11:00 (Europe/Berlin)", "six in Dubai is three in Berlin");
        inside.From.Should().Be(promised.Due);
    }

    [Fact]
    public void Changed_zone_rules_resolve_a_coming_date_anew_and_leave_the_past_and_the_old_deadline_alone()
    {
        var moved = new MovedZones(Offset.FromHours(3));
        Deadline deadline = Examples["by"];

        Deadline again = deadline.Reassess(Ten, moved).Value;

        again.Due.Should().Be(deadline.Due + Duration.FromHours(1), "the same wall-clock time is an hour later further west");
        (again.Said, again.LocalDue, again.TzdbVersion).Should().Be((deadline.Said, deadline.LocalDue, "2099z"));
        Deadline.By(Some.Local("2026-11-20T17:00:00"), Some.Dubai, "by Friday 17:00").Should().Be(deadline);
        deadline.Reassess(deadline.Due, moved).Value.Should().BeSameAs(deadline);
        Examples["at"].Reassess(Ten - Duration.FromHours(1), moved).Value.Should().BeSameAs(Examples["at"]);
    }

    [Fact]
    public void A_changed_calendar_counts_a_coming_date_anew_and_leaves_the_old_deadline_alone()
    {
        Deadline deadline = Examples["within days"];
        WorkingCalendar edited = Some.Office.AsVersion(2).WithSpecialDays(SpecialDay.Closed(Some.Date("2026-11-17"), "Move"));

        Deadline again = deadline.Reassess(Ten, edited).Value;

        again.Due.Should().Be(deadline.Due + Duration.FromDays(1));
        (deadline.Calendar, again.Calendar).Should().Be((new CalendarVersion("office", 1), new CalendarVersion("office", 2)));
        deadline.Reassess(deadline.Due, edited).Value.Should().BeSameAs(deadline);
        FluentActions.Invoking(() => deadline.Reassess(Ten, Always)).Should().Throw<ArgumentException>().WithParameterName("calendar");
    }

    /// <summary>A tz database of the future in which Dubai has another offset.</summary>
    private sealed class MovedZones(Offset offset) : IDateTimeZoneProvider
    {
        public string VersionId => "TZDB: 2099z (mapping: none)";

        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => new(["Asia/Dubai"]);

        public DateTimeZone this[string id] => GetZoneOrNull(id)!;

        public DateTimeZone GetSystemDefault() => throw new NotSupportedException();

        public DateTimeZone? GetZoneOrNull(string id) => id == "Asia/Dubai" ? DateTimeZone.ForOffset(offset) : null;
    }
}
