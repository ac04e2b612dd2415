using NodaTime;

namespace CommitmentLedger.Tests.Reassessing;

/// <summary>The same words computed anew: by another version of a calendar, by other zone rules, or with pauses.</summary>
public class ReassessingTests
{
    private static readonly WorkingCalendar Shorter =
        new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-12:00"));

    private static readonly WorkingCalendar Longer =
        new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("00:00-24:00"));

    /// <summary>Ten open hours from Monday 10:00: by the hours of the centre, Monday 20:00.</summary>
    private static Promise Counted => Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(10), Some.Monday, Some.CentreHours) };

    private static Instant MondayEvening { get; } = Some.Monday + Duration.FromHours(10);

    private static Story With(WorkingCalendar latest, Promise promise)
    {
        var story = new Story { Calendars = new Calendars([Some.CentreHours, latest]) };
        return story.GivenPromise(promise);
    }

    [Fact]
    public void Another_version_of_the_calendar_moves_what_is_watched_and_never_what_was_said()
    {
        Story story = With(Shorter, Counted);

        story.When(new Reassess(story.Id, Some.Words("The centre closes at noon."))).Then(typeof(Reassessed));

        story.It.Promise.Should().Be(Counted);
        story.It.FirstPromise.Should().BeNull();
        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromDays(2) + Duration.FromHours(2), "two hours on Monday, four on each of the next days");
        story.It.DueTimes.Told.Should().Be(MondayEvening);
        story.It.HealthAt(MondayEvening + Duration.FromMinutes(1)).Should().Be(Health.OnTrack);
        story.When(new Reassess(story.Id, Some.Words())).ThenIsRefused("nothing_changes");
    }

    [Fact]
    public void A_later_date_that_it_finds_does_not_keep_what_was_late_by_the_date_that_was_told()
    {
        Story story = With(Shorter, Counted);
        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));

        story.At(MondayEvening + Duration.FromMinutes(1)).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.KeptLate);
        story.It.Judgement!.Value.Margin.Should().Be(-Duration.FromMinutes(1));
    }

    [Fact]
    public void An_earlier_date_that_it_finds_is_watched_and_the_told_one_still_keeps()
    {
        Promise slow = Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(12), Some.Monday, Some.CentreHours) };
        Story story = With(Longer, slow);
        story.Given(new Reassess(story.Id, Some.Words("The centre is open at night.")));
        story.It.DueTimes!.Due.Should().Be(Some.Monday + Duration.FromHours(12));

        story.At(Some.Monday + Duration.FromHours(23)).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void A_part_is_watched_by_the_date_that_was_found_and_held_to_the_one_that_was_told()
    {
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Story story = With(Shorter, Counted);
        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));
        DueTimes watched = story.It.DueTimes!;

        story.Given(new Split(story.Id, [new Part(first, Some.Promise() with { PromisedDue = null }), new Part(second, Some.Promise())], Some.Consent()));

        (story.Of(first).DueTimes, story.Of(first).ReassessedDue).Should().Be((watched, story.It.ReassessedDue));
        story.Of(second).ReassessedDue.Should().BeNull();
        story.After(Duration.FromHours(1)).Given(new Pause(first, Party.Customer, "waits")).After(Duration.FromHours(1)).Given(new Resume(first));
        story.Of(first).DueTimes!.Told.Should().Be(Some.Monday + Duration.FromHours(23), "an open hour of the next morning");
        story.Of(first).DueTimes!.Due.Should().BeGreaterThan(story.Of(first).DueTimes!.Told);
    }

    [Fact]
    public void What_was_moved_by_a_pause_is_computed_anew_with_it()
    {
        Story story = With(Shorter, Counted);
        story.After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Customer, "waits for the prescription"));
        story.After(Duration.FromDays(1)).Given(new Resume(story.Id));
        story.It.DueTimes!.Due.Should().Be(MondayEvening + Duration.FromDays(1));

        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));

        story.It.DueTimes!.Told.Should().Be(MondayEvening + Duration.FromDays(1));
        story.It.DueTimes.Due.Should().Be(Some.Monday + Duration.FromDays(3) + Duration.FromHours(2), "an hour on Monday and on Tuesday, four on each of the next days");
    }

    [Fact]
    public void A_pause_after_it_keeps_what_it_found()
    {
        Story story = With(Shorter, Counted);
        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));
        Instant found = story.It.DueTimes!.Due;

        story.Given(new Pause(story.Id, Party.Us, "system is down")).After(Duration.FromHours(3)).Given(new Resume(story.Id));

        story.It.DueTimes.Should().Be(story.It.DueTimes with { Due = found, Told = MondayEvening });
    }

    [Fact]
    public void A_wall_clock_time_is_resolved_by_the_zone_rules_of_now_and_that_is_what_was_told()
    {
        // Under other rules, noon in Dubai was an hour earlier.
        string old = Deadline.By(new LocalDateTime(2026, 11, 14, 12, 0), Some.Dubai).ToString();
        Deadline today = Deadline.Parse(old, null);
        Deadline made = Deadline.Parse(old.Replace("2026-11-14T08:00:00Z", "2026-11-14T07:00:00Z", StringComparison.Ordinal), null);
        made.Due.Should().Be(today.Due - Duration.FromHours(1));
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = made });

        story.Given(new Reassess(story.Id, Some.Words("The zone changed its rules.")));

        story.It.DueTimes.Should().Be(story.It.DueTimes! with { Due = today.Due, Told = today.Due });
        story.It.Promise.PromisedDue.Should().Be(made);
        story.At(today.Due).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void Where_nothing_changed_nothing_is_recorded_and_what_has_passed_is_not_computed_anew()
    {
        Story story = new Story().GivenPromise();

        story.When(new Reassess(story.Id, Some.Words("Saturday became a holiday."))).ThenIsRefused("nothing_changes");
        story.At(Some.CheckIn).When(new Reassess(story.Id, Some.Words())).ThenIsRefused("due_has_passed");
    }

    [Fact]
    public void A_pause_after_the_told_date_had_passed_hides_nothing_though_a_later_one_was_found()
    {
        Story story = With(Shorter, Counted);
        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));

        story.At(MondayEvening + Duration.FromMinutes(1)).Given(new Pause(story.Id, Party.Customer, "asked us to wait"));
        story.After(Duration.FromHours(1)).Given(new Renegotiate(story.Id, Some.Promise()) { Consent = Some.Consent() });

        story.It.MissedDue.Should().Be(MondayEvening);
    }

    [Fact]
    public void A_new_date_that_is_agreed_takes_the_place_of_what_was_found()
    {
        Story story = With(Shorter, Counted);
        story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon.")));

        story.Given(new Renegotiate(story.Id, Some.Promise()) { Consent = Some.Consent() });

        story.It.ReassessedDue.Should().BeNull();
        story.It.DueTimes!.Due.Should().Be(Some.CheckIn);
    }

    [Fact]
    public void What_is_computed_anew_while_we_wait_for_the_customer_has_no_due_time_yet()
    {
        Story story = With(Shorter, Counted);
        story.After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Customer, "waits for the prescription"));

        story.When(new Reassess(story.Id, Some.Words("The centre closes at noon."))).Then(typeof(Reassessed));

        story.It.DueTimes.Should().BeNull();
        story.It.WatchedDue.Should().Be(MondayEvening, "that is what the customer was told");
    }
}
