using NodaTime;

namespace CommitmentLedger.Tests.Pausing;

/// <summary>How deadlines, calendars and clocks meet in the life of a commitment.</summary>
public class PromisedTimeTests
{
    private static readonly BusinessTime HalfAnHour = BusinessTime.FromMinutes(30);
    private static readonly WorkingCalendar AroundTheClock = WorkingCalendar.AroundTheClock(Some.Dubai);
    private static readonly Actor CallCentre = new(Team.Of("call centre"), Person.Of("meera"), Channel.Phone);
    private static readonly Actor NearestCentre = new(Team.Of("marina centre"), Channel.Phone);

    private static Promise Callback(Instant from, WorkingCalendar calendar) => new()
    {
        Words = Some.Words("You will get a call within the next 30 minutes."),
        Terms = [Term.Of("call", true)],
        PromisedDue = Deadline.Within(HalfAnHour, from, calendar, Some.Dubai, "within 30 minutes"),
    };

    [Fact]
    [Proves("LAB-04", 'a', 'b', 'c')]
    public void A_callback_within_half_an_hour_is_due_at_half_past_and_the_nearest_centre_must_accept_it()
    {
        WorkingCalendar elsewhere = WorkingCalendar.AroundTheClock(DateTimeZoneProviders.Tzdb["Europe/London"]);
        Story story = new Story().GivenPromise(Callback(Some.Monday, elsewhere), CallCentre);
        story.Given(new OfferHandoff(story.Id, NearestCentre.Team, Some.Due(Some.Monday + Duration.FromMinutes(5))), CallCentre);

        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromMinutes(30));
        story.It.Promise.PromisedDue!.ToText().Should().Be("Mon 2 Nov 2026 10:30 (Asia/Dubai)");
        story.It.Owner.Should().Be(CallCentre.Team, "the centre has not accepted yet");
        story.Given(new AcceptHandoff(story.Id, story.It.Promise.Terms), NearestCentre).It.Owner.Should().Be(NearestCentre.Team);
    }

    [Fact]
    [Proves("LAB-05", 'a')]
    public void A_call_after_ten_minutes_is_kept_with_twenty_in_hand()
    {
        Story story = new Story().GivenPromise(Callback(Some.Monday, AroundTheClock), CallCentre);

        story.After(Duration.FromMinutes(10)).Given(new StateDone(story.Id), NearestCentre).Given(new Accept(story.Id, Some.Yes()), NearestCentre);

        story.It.Bindingness.Should().Be(Bindingness.Kept);
        story.It.Judgement.Should().Be(new Judgement(Timeliness.OnTime, Duration.FromMinutes(20)));
    }

    [Theory]
    [InlineData(9, 50, Timeliness.Early)]
    [InlineData(10, 0, Timeliness.OnTime)]
    [InlineData(12, 0, Timeliness.OnTime)]
    [InlineData(12, 1, Timeliness.Late)]
    [Proves("LAB-08", 'a', 'b')]
    public void A_visit_inside_its_window_is_kept_and_one_before_it_is_told_apart(int hour, int minute, Timeliness expected)
    {
        var day = new LocalDate(2026, 11, 4);
        Deadline window = Deadline.Between(day.At(new LocalTime(10, 0)), day.At(new LocalTime(12, 0)), Some.Dubai);
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = window });

        story.At(day.At(new LocalTime(hour, minute)).InZoneStrictly(Some.Dubai).ToInstant()).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

        story.It.Judgement!.Value.Timeliness.Should().Be(expected);
        story.It.Bindingness.Should().Be(expected == Timeliness.Late ? Bindingness.KeptLate : Bindingness.Kept);
    }

    [Fact]
    [Proves("LAB-23", 'a', 'b')]
    public void The_calendar_that_was_used_is_explicit_and_stands_on_the_receipt()
    {
        Instant tenToMidnight = Some.Monday + Duration.FromMinutes((13 * 60) + 50);
        Story around = new Story().At(tenToMidnight).GivenPromise(Callback(tenToMidnight, AroundTheClock), CallCentre);
        Story centre = new Story().At(tenToMidnight).GivenPromise(Callback(tenToMidnight, Some.CentreHours), CallCentre);

        Receipt first = Receipt.For(around.Entries[0], around.It)!;
        Receipt second = Receipt.For(centre.Entries[0], centre.It)!;

        first.ToString().Should().Contain("Due: Tue 3 Nov 2026 00:20 (Asia/Dubai), counted around the clock");
        second.ToString().Should().Contain("Due: Tue 3 Nov 2026 08:30 (Asia/Dubai), counted by the hours of testing centre version 3");
    }

    [Fact]
    public void A_deadline_that_counts_by_an_unknown_calendar_is_refused_and_named()
    {
        var story = new Story();
        WorkingCalendar newer = Some.CentreHours.AsVersion(4);

        story.When(new MakePromise(story.Id, Callback(Some.Monday, newer)), CallCentre).ThenIsRefused("calendar_unknown")
            .Details.Should().Equal("testing centre version 4");
    }

    [Fact]
    public void A_pause_moves_a_counted_deadline_by_its_open_time_and_is_split_by_whose_it_was()
    {
        Story story = new Story().GivenPromise(Callback(Some.Monday, Some.CentreHours), CallCentre);
        story.After(Duration.FromMinutes(10)).Given(new Pause(story.Id, Party.Customer, "waits for the prescription"));
        story.It.DueTimes.Should().BeNull("a paused clock has no due instant");
        story.Brief().Lines.Single().Urgency.Should().Be("Waiting for the customer, ask again today 10:30");

        story.After(Duration.FromMinutes(45)).Given(new Resume(story.Id));

        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromMinutes(75));
        ClockReading reading = story.It.Clock.Read(story.It.Promise.PromisedDue!, Some.CentreHours, story.Now).Value;
        reading.Split.Should().Be(new TimeSplit(Duration.FromMinutes(10), Duration.Zero, Duration.FromMinutes(45), Duration.Zero));
        reading.Remaining.Should().Be(Duration.FromMinutes(20));
    }

    [Fact]
    public void A_date_that_was_said_does_not_move_when_the_clock_is_paused()
    {
        Story story = new Story().GivenPromise();
        DueTimes? before = story.It.DueTimes;

        story.Given(new Pause(story.Id, Party.Supplier, "waits for the bed supplier")).After(Duration.FromDays(1)).Given(new Resume(story.Id));

        story.It.DueTimes!.Due.Should().Be(before!.Due);
    }

    [Fact]
    public void What_is_stated_while_the_clock_is_paused_ends_the_pause()
    {
        Story story = new Story().GivenPromise(Callback(Some.Monday, AroundTheClock), CallCentre);
        story.Given(new Pause(story.Id, Party.Customer, "asked for a call later")).After(Duration.FromHours(5));

        story.When(new StateDone(story.Id)).Then(typeof(Resumed), typeof(Stated));

        story.Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void A_promise_is_at_risk_when_four_fifths_of_its_open_time_are_over()
    {
        Story story = new Story().GivenPromise(Callback(Some.Monday, AroundTheClock), CallCentre);

        story.It.HealthAt(Some.Monday + Duration.FromMinutes(24) - Duration.FromMilliseconds(1)).Should().Be(Health.OnTrack);
        story.It.HealthAt(Some.Monday + Duration.FromMinutes(24)).Should().Be(Health.AtRisk);
        story.It.HealthAt(Some.Monday + Duration.FromMinutes(30)).Should().Be(Health.AtRisk);
        story.It.HealthAt(Some.Monday + Duration.FromMinutes(31)).Should().Be(Health.Overdue);
    }

    [Fact]
    public void The_clock_knows_only_one_direction()
    {
        Story story = new Story().GivenPromise();
        story.After(Duration.FromHours(2)).Given(new Pause(story.Id, Party.Us, "system is down"));

        story.When(new Resume(story.Id) { OccurredAt = Some.Monday + Duration.FromHours(1) }).ThenIsRefused("out_of_order");
    }

    [Fact]
    public void A_pause_needs_a_side_and_a_short_reason()
    {
        Story story = new Story().GivenPromise();

        story.When(new Pause(story.Id, Party.Nobody, "why")).ThenIsRefused("waits_for_nobody");
        FluentActions.Invoking(() => new Pause(story.Id, Party.Us, new string('x', 101))).Should().Throw<ArgumentException>().WithMessage("The reason has 101 characters*");
        for (int count = 0; count < 100; count++) story.Given(new Pause(story.Id, Party.Us, "again")).After(Duration.FromSeconds(1)).Given(new Resume(story.Id));
        story.When(new Pause(story.Id, Party.Us, "again")).ThenIsRefused("too_many");
    }

    [Fact]
    public void A_disputed_promise_takes_its_old_clock_up_again()
    {
        Story story = new Story().GivenPromise(Callback(Some.Monday, AroundTheClock), CallCentre);
        story.After(Duration.FromMinutes(10)).Given(new StateDone(story.Id)).After(Duration.FromMinutes(60)).Given(new Dispute(story.Id, Some.Words("Nobody called.")));

        story.It.Clock.State.Should().Be(ClockState.Running);
        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromMinutes(30), "a done that was none gives us no time");
        story.It.HealthAt(story.Now).Should().Be(Health.Overdue);
    }

    [Fact]
    public void The_three_dates_of_a_promise_each_have_their_own_zone()
    {
        DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];
        Deadline promised = Deadline.By(new LocalDateTime(2026, 11, 6, 17, 0), Some.Dubai, said: "by Friday 17:00");
        Promise promise = Some.Promise() with
        {
            RequestedBy = Deadline.By(new LocalDateTime(2026, 11, 5, 12, 0), Some.Dubai),
            PromisedDue = promised,
            InternalTarget = Deadline.Ahead(BusinessTime.FromHours(8), promised, new WorkingCalendar("back office", 1, london).WithWeekdays(OpenInterval.Parse("09:00-17:00"))),
        };

        Story story = new Story().GivenPromise(promise);

        story.It.Promise.InternalTarget!.ToText().Should().Be("Thu 5 Nov 2026 13:00 (Europe/London)");
        story.It.Promise.PromisedDue!.ToText().Should().Be("Fri 6 Nov 2026 17:00 (Asia/Dubai)");
    }

    [Fact]
    public void A_deadline_further_off_than_open_time_is_counted_is_refused()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise() with { PromisedDue = Some.Due(Instant.FromUtc(2199, 1, 1, 0, 0)) })).ThenIsRefused("too_far");
    }
}
