using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class ExplanationTests
{
    private static readonly WorkingCalendar Calendar = Some.Office
        .WithSpecialDays(SpecialDay.Closed(Some.Date("2026-11-17"), "Founders' Day"))
        .WithClosedPeriods(new ClosedPeriod(Some.Local("2026-11-18T10:00:00"), Some.Local("2026-11-18T11:00:00"), "Fire drill"));

    private static readonly Instant Start = Some.InBerlin("2026-11-16T15:00:00");

    [Fact]
    public void A_date_that_was_resolved_under_other_rules_is_told_as_it_was_said()
    {
        // Egypt brought summer time back at short notice in April 2023.
        var deadline = Deadline.Parse("by 2023-05-01T16:00:00 in Africa/Cairo due 2023-05-01T14:00:00Z tzdb 2022g said \"by four\"");

        string text = deadline.Explain().ToString();

        text.Should().Contain("Due Mon 1 May 2023 16:00 (Africa/Cairo), which is 2023-05-01T14:00:00Z.")
            .And.Contain("It was resolved under tz database 2022g; by other rules that instant is at Mon 1 May 2023 17:00.")
            .And.NotContain("skip");
        Deadline again = deadline.Reassess(Some.Instant("2023-04-01T00:00:00Z"), DateTimeZoneProviders.Tzdb).Value;
        (again.Due, again.LocalDue, again.Said).Should().Be((Some.Instant("2023-05-01T13:00:00Z"), deadline.LocalDue, "by four"));
    }

    [Fact]
    public void Time_that_was_counted_under_other_rules_says_so_instead_of_not_adding_up()
    {
        WorkingCalendar cairo = new WorkingCalendar("cairo", 1, DateTimeZoneProviders.Tzdb["Africa/Cairo"]).WithEveryDay(Some.Hours("09:00-17:00"));
        var deadline = Deadline.Parse("within 16h from 2023-05-01T07:00:00Z in Africa/Cairo calendar cairo version 1 due 2023-05-02T15:00:00Z tzdb 2022g");

        Explanation explanation = deadline.Explain(cairo);

        (explanation.TzdbVersion, explanation.SpansTzdbVersion).Should().Be(("2022g", cairo.TzdbVersion));
        explanation.ToString().Should().Contain($"tz database 2022g. The list is told by the rules of {cairo.TzdbVersion} and need not add up.");
        Deadline.Within(BusinessTime.FromHours(1), Some.Instant("2023-05-01T07:00:00Z"), cairo).Explain(cairo).ToString().Should().NotContain("add up");
    }

    [Fact]
    public void Each_stretch_of_time_is_counted_or_skipped_with_its_reason()
    {
        Explanation explanation = Deadline.Within(BusinessTime.FromHours(5), Start, Calendar).Explain(Calendar);

        explanation.Spans.Select(span => (span.Use, span.Name, span.To)).Should().Equal(
            (SpanUse.Counted, null, Some.InBerlin("2026-11-16T17:00:00")),
            (SpanUse.Closed, null, Some.InBerlin("2026-11-17T00:00:00")),
            (SpanUse.SpecialDay, "Founders' Day", Some.InBerlin("2026-11-18T00:00:00")),
            (SpanUse.Closed, null, Some.InBerlin("2026-11-18T09:00:00")),
            (SpanUse.Counted, null, Some.InBerlin("2026-11-18T10:00:00")),
            (SpanUse.ClosedPeriod, "Fire drill", Some.InBerlin("2026-11-18T11:00:00")),
            (SpanUse.Counted, null, Some.InBerlin("2026-11-18T13:00:00")));
        explanation.Counted.Should().Be(Duration.FromHours(5));
        (explanation.Calendar, explanation.TzdbVersion).Should().Be((Calendar.Version, Calendar.TzdbVersion));
    }

    [Fact]
    public void A_pause_is_named_by_its_reason()
    {
        CommitmentClock clock = CommitmentClock.NotStarted.Start(Start).Value
            .Pause(Start + Duration.FromMinutes(30), "passport copy", Party.Customer).Value
            .Resume(Start + Duration.FromMinutes(60)).Value;
        Deadline deadline = Deadline.Within(BusinessTime.FromHours(1), Start, Calendar);

        Explanation explanation = clock.Explain(deadline, Calendar, Start + Duration.FromMinutes(60)).Value;

        explanation.Spans.Select(span => (span.Use, span.Name)).Should().Equal((SpanUse.Counted, null), (SpanUse.Paused, "passport copy"), (SpanUse.Counted, null));
        explanation.Counted.Should().Be(Duration.FromHours(1));
        explanation.Due.Should().Be(Start + Duration.FromMinutes(90));
        explanation.ToString().Should().Contain("paused: passport copy");
    }

    [Fact]
    public void Counting_back_is_explained_from_the_target_to_the_date_that_it_serves()
    {
        Deadline customer = Deadline.At(Some.InBerlin("2026-11-16T10:00:00"), Some.Dubai);

        Explanation explanation = Deadline.Ahead(BusinessTime.FromHours(2), customer, Calendar).Explain(Calendar);

        explanation.Spans[0].From.Should().Be(Some.InBerlin("2026-11-13T16:00:00"));
        explanation.Spans[^1].To.Should().Be(customer.Due);
        explanation.Counted.Should().Be(Duration.FromHours(2));
    }

    [Fact]
    public void A_date_that_was_said_explains_what_the_change_of_the_clocks_did()
    {
        Deadline.By(Some.Local("2026-03-29T02:30:00"), Some.Berlin).Explain().ToString().Should().Contain("The clocks skip that time, so it moves to Sun 29 Mar 2026 03:30.");
        Deadline.By(Some.Local("2026-10-25T02:30:00"), Some.Berlin).Explain().ToString().Should().Contain("That time occurs twice; the first occurrence counts.");
        Deadline.By(Some.Local("2026-10-25T12:30:00"), Some.Berlin, "by noon or so").Explain().ToString().Should().StartWith("\"by noon or so\": Sun 25 Oct 2026 12:30 by the clock of Europe/Berlin.\n");
    }

    [Fact]
    public void Another_version_of_the_calendar_cannot_explain_it()
    {
        Deadline deadline = Deadline.Within(BusinessTime.FromHours(5), Start, Calendar);

        FluentActions.Invoking(() => deadline.Explain(Calendar.AsVersion(2))).Should().Throw<ArgumentException>().WithParameterName("calendar");
        FluentActions.Invoking(() => deadline.Explain()).Should().Throw<ArgumentException>().WithParameterName("calendar");
    }

    [Fact]
    public void A_span_that_runs_over_the_new_year_is_told_as_one()
    {
        WorkingCalendar always = WorkingCalendar.AroundTheClock(Some.Dubai);
        Deadline deadline = Deadline.Within(BusinessTime.FromHours(20_000), Some.Instant("2026-11-14T06:00:00Z"), always);

        deadline.Explain(always).Spans.Should().ContainSingle().Which.Length.Should().Be(Duration.FromHours(20_000));
    }

    [Fact]
    public void Of_closed_periods_that_overlap_each_stretch_is_named_once()
    {
        WorkingCalendar calendar = Some.Office.WithClosedPeriods(
            new ClosedPeriod(Some.Local("2026-11-16T10:00:00"), Some.Local("2026-11-16T12:00:00"), "Stocktaking"),
            new ClosedPeriod(Some.Local("2026-11-16T11:00:00"), Some.Local("2026-11-16T13:00:00"), "Power cut"));
        Explanation explanation = Deadline.Within(BusinessTime.FromHours(2), Some.InBerlin("2026-11-16T09:00:00"), calendar).Explain(calendar);

        explanation.Spans.Select(span => (span.Name, span.To)).Should().Equal(
            (null, Some.InBerlin("2026-11-16T10:00:00")),
            ("Stocktaking", Some.InBerlin("2026-11-16T12:00:00")),
            ("Power cut", Some.InBerlin("2026-11-16T13:00:00")),
            (null, Some.InBerlin("2026-11-16T14:00:00")));
    }

    [Fact]
    public void An_explanation_that_would_be_too_long_says_where_it_ends()
    {
        WorkingCalendar brief = new WorkingCalendar("brief", 1, Some.Dubai).WithEveryDay(Some.Hours("09:00-09:01"));
        Explanation explanation = Deadline.Within(BusinessTime.FromMinutes(9000), Some.Instant("2026-11-14T06:00:00Z"), brief).Explain(brief);

        explanation.IsCut.Should().BeTrue();
        explanation.Spans.Should().HaveCount(Explanation.MaxSpans);
    }
}
