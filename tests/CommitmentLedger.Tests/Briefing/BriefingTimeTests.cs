using System.Text.Json;
using NodaTime;

namespace CommitmentLedger.Tests.Briefings;

/// <summary>Which times a briefing tells, and whose.</summary>
public class BriefingTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void The_year_is_told_where_it_is_not_the_year_of_the_briefing()
    {
        Story story = new Story().At(Instant.FromUtc(2025, 12, 30, 6, 0))
            .GivenPromise(Some.Promise() with { PromisedDue = Some.Due(Instant.FromUtc(2027, 1, 2, 11, 0)) });

        BriefingLine line = story.At(Some.Monday).Brief().Lines.Single();

        line.Urgency.Should().Be("Due Sat 2 Jan 2027 15:00");
        line.Facts[0].Text.Should().Be("Tue 30 Dec 2025 10:00, by membership (asha), phone");
    }

    [Fact]
    public void The_year_is_that_of_the_zone()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = Some.Due(Instant.FromUtc(2026, 12, 31, 21, 0)) });

        story.At(Instant.FromUtc(2026, 12, 31, 19, 0)).Brief().Lines.Single().Urgency.Should().Be("Due tomorrow 01:00");
        story.At(Instant.FromUtc(2026, 12, 20, 19, 0)).Brief().Lines.Single().Urgency.Should().Be("Due Fri 1 Jan 2027 01:00");
    }

    [Fact]
    public void The_year_is_told_where_the_heading_has_another()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = Deadline.By(new LocalDateTime(2026, 12, 31, 18, 0), NewYork) });
        Story next = new Story().GivenPromise(Some.Promise() with { PromisedDue = Deadline.By(new LocalDateTime(2027, 1, 1, 9, 0), Some.Dubai) });

        story.At(Instant.FromUtc(2026, 12, 31, 20, 30)).Brief().Lines.Single().Urgency.Should().Be("Due Thu 31 Dec 2026 18:00 (America/New_York)", "the heading says 1 January 2027");
        Briefing.Compose(next.Record, new Occasion("call"), Instant.FromUtc(2026, 12, 31, 21, 0), NewYork).Lines.Single().Urgency
            .Should().Be("Due Fri 1 Jan 2027 09:00 (Asia/Dubai)", "the heading says 31 December 2026");
    }

    [Fact]
    public void Every_time_in_another_zone_than_the_headings_names_it()
    {
        var story = new Story();
        story.GivenPromise(Some.Promise() with { PromisedDue = Deadline.At(Some.CheckIn, NewYork) })
            .Given(new OfferHandoff(story.Id, Some.Reception.Team, Deadline.At(Some.Monday + Duration.FromHours(1), Some.Dubai)))
            .Given(new Rely(story.Id, Some.Words("Drove three hours.")))
            .Given(new AskAgain(story.Id, Some.Words("Really?")));

        string text = Briefing.Compose(story.Record, new Occasion("check-in"), story.Now, Berlin).ToText().ReplaceLineEndings("\n");

        text.Should().StartWith("""
            Briefing for check-in: customer guest-7731
            Monday 2 November 2026, 07:00 (Europe/Berlin), ledger position 4

            DUE SAT 14 NOV 06:00 (America/New_York) · membership promised: 4 adults, 2 extra beds
               Promised        Mon 2 Nov 01:00 (America/New_York), by membership (asha), phone
                               “Yes, four adults can stay, and we will put in two extra beds.”
               Asked again     once, Mon 2 Nov 01:00 (America/New_York), to membership (asha), phone
                               “Really?”
               Relied on it    Mon 2 Nov 01:00 (America/New_York)
                               “Drove three hours.”
               Handoff         offered to reception, who may accept until today 11:00 (Asia/Dubai)
               Responsible     membership
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Today_is_said_only_where_it_is_the_same_day_as_in_the_heading()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = Deadline.By(new LocalDateTime(2026, 11, 13, 21, 0), NewYork) });

        string urgency = Briefing.Compose(story.Record, new Occasion("call"), Instant.FromUtc(2026, 11, 14, 1, 0), Berlin).Lines.Single().Urgency;

        urgency.Should().Be("Due Fri 13 Nov 21:00 (America/New_York)", "it is Saturday in Berlin");
    }

    [Fact]
    public void A_contradiction_of_dates_tells_both_dates()
    {
        var story = new Story();
        story.GivenPromise(Some.Promise() with { PromisedDue = Deadline.Between(new LocalDateTime(2026, 11, 14, 8, 0), new LocalDateTime(2026, 11, 14, 12, 0), Some.Dubai) })
            .Given(new MakePromise(CommitmentId.New(), Some.Promise() with { PromisedDue = Deadline.At(Some.CheckIn, Berlin) }), Some.PhoneLine);

        BriefingLine line = story.Brief().Lines[0];

        line.Kind.Should().Be(BriefingLineKind.Contradiction);
        line.Urgency.Should().Be("Due Sat 14 Nov 08:00–12:00");
        line.Facts.Select(fact => fact.Text).Should().Equal(
            $"4 adults, 2 extra beds ({story.It.Reference}), due Sat 14 Nov 08:00–12:00 — Mon 2 Nov 10:00, by membership (asha), phone",
            $"4 adults, 2 extra beds ({story.Record.Open.Last().Reference}), due Sat 14 Nov 12:00 (Europe/Berlin) — Mon 2 Nov 07:00 (Europe/Berlin), by hotel phone line, phone");
        line.Dates.Select(date => date.Zone.Id).Should().Equal("Asia/Dubai", "Europe/Berlin");
    }

    [Fact]
    public void A_contradiction_of_terms_tells_both_and_that_one_has_no_date()
    {
        var story = new Story();
        story.GivenPromise(Some.Promise(Term.Of("adults", 3)) with { PromisedDue = null })
            .Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 4))), Some.PhoneLine);

        BriefingLine line = story.Brief().Lines[0];

        line.Urgency.Should().Be("Due Sat 14 Nov 15:00");
        line.Facts[0].Text.Should().StartWith("3 adults (").And.Contain("), with no date — ");
        line.Facts[1].Text.Should().StartWith("4 adults (").And.Contain("), due Sat 14 Nov 15:00 — ");
    }

    [Fact]
    public void A_paused_promise_that_contradicts_says_so()
    {
        var story = new Story();
        story.GivenPromise(Some.Promise(Term.Of("adults", 3)) with { PromisedDue = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, Some.CentreHours) })
            .Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 4))), Some.PhoneLine)
            .Given(new Pause(story.Id, Party.Customer, "waits for the passport"));

        story.Brief().Lines[0].Facts[0].Text.Should().StartWith("3 adults (").And.Contain("), with no date while it waits for the customer — ");
    }

    [Fact]
    public void The_seconds_of_a_counted_deadline_are_told_only_where_they_are_what_contradicts()
    {
        Instant counted = Some.CheckIn + Duration.FromSeconds(37);
        var story = new Story();
        story.GivenPromise().Given(new MakePromise(CommitmentId.New(), Some.Promise() with { PromisedDue = Some.Due(counted) }), Some.PhoneLine);

        ValueList<BriefingLine> lines = story.Brief().Lines;

        lines[0].Facts[1].Text.Should().Contain("due Sat 14 Nov 15:00:37 — ");
        lines.Select(line => line.Urgency).Should().AllBe("Due Sat 14 Nov 15:00");
    }

    [Fact]
    public void A_window_is_told_with_its_start_until_it_is_over()
    {
        Story story = new Story().GivenPromise(Some.Promise() with
        {
            PromisedDue = Deadline.Between(new LocalDateTime(2026, 11, 2, 22, 0), new LocalDateTime(2026, 11, 3, 6, 0), Some.Dubai),
        });

        story.Brief().Lines.Single().Urgency.Should().Be("Due today 22:00 – tomorrow 06:00");
        story.After(Duration.FromDays(1)).Brief().Lines.Single().Urgency.Should().Be("Overdue since today 06:00");
    }

    [Fact]
    public void A_time_that_the_clocks_show_twice_is_told_with_its_offset()
    {
        Story story = new Story().At(Instant.FromUtc(2026, 10, 25, 0, 15))
            .GivenPromise(Some.Promise() with { PromisedDue = Deadline.At(Instant.FromUtc(2026, 10, 25, 1, 30), Berlin) });

        Briefing briefing = Briefing.Compose(story.Record, new Occasion("call"), story.Now, Berlin);

        briefing.ToText().Should().Contain("02:15 UTC+2 (Europe/Berlin), ledger position").And.Contain("DUE TODAY 02:30 UTC+1 ·").And.Contain("Sun 25 Oct 02:15 UTC+2, by membership");
    }

    [Theory]
    [InlineData("2023-05-10T14:30:00Z", "Due today 17:00")]
    [InlineData("2023-05-10T15:30:00Z", "Overdue since today 17:00")]
    public void The_local_time_that_was_promised_is_told_though_the_zone_has_other_rules_now(string now, string expected) =>
        UrgencyAt(now, "by 2023-05-10T17:00:00 in Africa/Cairo due 2023-05-10T15:00:00Z tzdb 2022g").Should().Be(expected);

    [Theory]
    [InlineData("2023-05-10T13:30:00Z", "Due today 17:00", "half past four in Cairo, though the instant has passed")]
    [InlineData("2023-05-10T14:30:00Z", "Overdue since today 17:00", "half past five in Cairo")]
    public void Nothing_is_overdue_since_a_time_that_the_clock_on_the_wall_does_not_show_yet(string now, string expected, string because) =>
        UrgencyAt(now, "by 2023-05-10T17:00:00 in Africa/Cairo due 2023-05-10T13:00:00Z tzdb 2099a").Should().Be(expected, because);

    [Fact]
    public void A_window_that_other_zone_rules_moved_is_told_as_it_was_promised_with_the_offset_of_the_new_rules()
    {
        var window = Deadline.Parse("between 2023-05-10T15:00:00 and 2023-05-10T17:00:00 in Africa/Cairo opens 2023-05-10T13:00:00Z due 2023-05-10T15:00:00Z tzdb 2022g");
        Story story = new Story().At(window.Due - Duration.FromDays(1)).GivenPromise(Some.Promise() with { PromisedDue = window });
        Instant moved = window.Due - Duration.FromHours(1);

        BriefingDate date = BriefingDate.Of(story.It with { DueTimes = new DueTimes(moved, moved, moved) })!;

        date.Opens.Should().Be(new LocalDateTime(2023, 5, 10, 15, 0).WithOffset(Offset.FromHours(3)));
        date.Due.Should().Be(new LocalDateTime(2023, 5, 10, 17, 0).WithOffset(Offset.FromHours(3)));
    }

    [Fact]
    public void As_json_each_date_has_its_wall_clock_its_offset_and_its_zone()
    {
        Story story = new Story().GivenPromise(Some.Promise() with
        {
            PromisedDue = Deadline.Between(new LocalDateTime(2026, 11, 14, 8, 0), new LocalDateTime(2026, 11, 14, 12, 0), NewYork),
        });

        using var json = JsonDocument.Parse(story.Brief().ToJson());
        JsonElement date = json.RootElement.GetProperty("lines")[0].GetProperty("dates")[0];

        date.EnumerateObject().Select(property => property.Name).Should().Equal("commitment", "opens", "due", "zone");
        (date.GetProperty("opens").GetString(), date.GetProperty("due").GetString(), date.GetProperty("zone").GetString())
            .Should().Be(("2026-11-14T08:00:00-05:00", "2026-11-14T12:00:00-05:00", "America/New_York"));
    }

    private static string UrgencyAt(string now, string deadline)
    {
        var due = Deadline.Parse(deadline);
        Story story = new Story().At(due.Due - Duration.FromDays(1)).GivenPromise(Some.Promise() with { PromisedDue = due });
        return Briefing.Compose(story.Record, new Occasion("call"), NodaTime.Text.InstantPattern.ExtendedIso.Parse(now).Value, due.Zone).Lines.Single().Urgency;
    }
}
