using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class CommitmentClockTests
{
    private static readonly Instant Nine = Some.InBerlin("2026-11-16T09:00:00");
    private static readonly Deadline FourHours = Deadline.Within(BusinessTime.FromHours(4), Nine, Some.Office);
    private static readonly CommitmentClock Started = CommitmentClock.NotStarted.Start(Nine).Value;

    [Fact]
    public void Before_the_start_nothing_has_elapsed_and_nothing_is_due()
    {
        ClockReading reading = CommitmentClock.NotStarted.Read(FourHours, Some.Office, Nine).Value;

        (reading.State, reading.Health, reading.Elapsed, reading.Due).Should().Be((ClockState.NotStarted, Health.OnTrack, null, null));
        Started.Read(FourHours, Some.Office, Nine).Value.Elapsed.Should().Be(Duration.Zero, "zero is not the same as not yet");
    }

    [Fact]
    public void A_running_clock_says_what_has_elapsed_what_is_left_and_when_it_is_due()
    {
        ClockReading reading = Started.Read(FourHours, Some.Office, Hours(1)).Value;

        (reading.Elapsed, reading.Remaining, reading.Due, reading.DueIfResumed).Should().Be((Duration.FromHours(1), Duration.FromHours(3), Hours(4), null));
        reading.Lateness.Should().Be(Duration.FromHours(-3));
    }

    [Fact]
    public void A_paused_clock_has_no_due_time_but_what_would_be_due_if_it_were_resumed()
    {
        CommitmentClock paused = Pause(Started, 1);

        ClockReading reading = paused.Read(FourHours, Some.Office, Hours(3)).Value;

        (reading.State, reading.Due, reading.Remaining, reading.DueIfResumed).Should().Be((ClockState.Paused, null, Duration.FromHours(3), Hours(6)));
        paused.Resume(Hours(3)).Value.Read(FourHours, Some.Office, Hours(3)).Value.Due.Should().Be(Hours(6));
        paused.CrossingOf(Threshold.Percent(80), FourHours, Some.Office, Hours(3)).Refusal!.Code.Should().Be("paused");
    }

    [Fact]
    public void A_pause_counts_only_where_it_overlaps_open_time()
    {
        CommitmentClock clock = Pause(Started, 7).Resume(Hours(25)).Value;

        clock.Read(Deadline.Within(BusinessTime.FromHours(9), Nine, Some.Office), Some.Office, Hours(25)).Value.Due.Should().Be(Hours(27), "one hour before closing and one after opening were paused");
    }

    [Fact]
    public void A_clock_may_be_paused_before_it_starts_and_stopped_while_paused()
    {
        CommitmentClock waiting = CommitmentClock.NotStarted.Pause(Hours(-5), "deposit", Party.Customer).Value;
        waiting.State.Should().Be(ClockState.NotStarted);

        CommitmentClock stopped = waiting.Start(Nine).Value.Stop(Hours(2)).Value;

        (stopped.State, stopped.OpenPause).Should().Be((ClockState.Stopped, null));
        stopped.Read(FourHours, Some.Office, Hours(9)).Value.Elapsed.Should().Be(Duration.Zero);
        stopped.Read(FourHours, Some.Office, Hours(9)).Value.Split.OnCustomer.Should().Be(Duration.FromHours(2), "what came before the start is nobody's");
    }

    [Fact]
    public void Another_reason_takes_a_pause_over_and_the_same_one_is_refused()
    {
        CommitmentClock paused = Pause(Started, 1);

        paused.Pause(Hours(2), "passport copy", Party.Customer).Refusal!.Code.Should().Be("already_paused");
        paused.Pause(Hours(2), "courier", Party.Supplier).Value.Pauses.Select(pause => (pause.From, pause.To, pause.On)).Should().Equal(
            (Hours(1), Hours(2), Party.Customer),
            (Hours(2), null, Party.Supplier));
    }

    [Fact]
    public void Open_time_is_split_into_ours_the_customers_and_the_suppliers()
    {
        CommitmentClock clock = Pause(Started, 1)
            .Pause(Hours(3), "courier", Party.Supplier).Value
            .Pause(Hours(4), "approval", Party.Us).Value
            .Resume(Hours(24)).Value;

        TimeSplit split = clock.Read(FourHours, Some.Office, Hours(25)).Value.Split;

        split.Should().Be(new TimeSplit(Duration.FromHours(2), Duration.FromHours(4), Duration.FromHours(2), Duration.FromHours(1)));
        split.Ours.Should().Be(Duration.FromHours(6));
    }

    [Fact]
    public void Transitions_that_are_not_legal_are_refused()
    {
        CommitmentClock stopped = Started.Stop(Hours(1)).Value;

        Started.Start(Nine).Refusal!.Code.Should().Be("already_started");
        Started.Resume(Nine).Refusal!.Code.Should().Be("not_paused");
        Started.Reopen(Nine).Refusal!.Code.Should().Be("not_stopped");
        CommitmentClock.NotStarted.Stop(Nine).Refusal!.Code.Should().Be("not_started");
        stopped.Stop(Hours(2)).Refusal!.Code.Should().Be("stopped");
        stopped.Pause(Hours(2), "passport copy", Party.Customer).Refusal!.Code.Should().Be("stopped");
        stopped.Resume(Hours(2)).Refusal!.Code.Should().Be("stopped");
        stopped.Retarget(Hours(2)).Refusal!.Code.Should().Be("stopped");
        stopped.Reopen(Nine).Refusal!.Code.Should().Be("out_of_order");
        Started.Retarget(Hours(-1)).Refusal!.Code.Should().Be("out_of_order");
        CommitmentClock.NotStarted.Pause(Hours(2), "deposit", Party.Customer).Value.Start(Nine).Refusal!.Code.Should().Be("out_of_order");
        FluentActions.Invoking(() => Started.Pause(Nine, "x", Party.Nobody)).Should().Throw<ArgumentException>().WithParameterName("on");
    }

    [Fact]
    public void Reopening_takes_the_old_clock_up_and_the_time_in_between_is_nobodys_and_moves_nothing()
    {
        ClockReading reading = Started.Stop(Hours(1)).Value.Reopen(Hours(3)).Value.Read(FourHours, Some.Office, Hours(4)).Value;

        (reading.State, reading.Elapsed, reading.Due).Should().Be((ClockState.Running, Duration.FromHours(4), Hours(4)));
        reading.Split.Ours.Should().Be(Duration.FromHours(2));
        (reading.Split.OnCustomer, reading.Split.OnSupplier).Should().Be((Duration.Zero, Duration.Zero));
    }

    [Fact]
    public void Reopening_as_a_new_cycle_begins_at_zero_in_a_new_epoch()
    {
        CommitmentClock clock = Pause(Started, 1).Stop(Hours(2)).Value.Reopen(Hours(3), newCycle: true).Value;

        (clock.StartedAt, clock.Epoch, clock.Cycle, clock.Pauses.Count).Should().Be((Hours(3), 2, 2, 0));
        clock.Read(FourHours, Some.Office, Hours(4)).Value.Due.Should().Be(Hours(7));
    }

    [Fact]
    public void A_changed_target_counts_from_the_original_start_with_its_pauses_and_is_overdue_from_the_change()
    {
        CommitmentClock clock = Pause(Started, 1).Resume(Hours(2)).Value.Retarget(Hours(5)).Value;
        Deadline twoHours = Deadline.Within(BusinessTime.FromHours(2), Nine, Some.Office);

        ClockReading reading = clock.Read(twoHours, Some.Office, Hours(6)).Value;

        (clock.Epoch, reading.Health, reading.Due, reading.OverdueSince).Should().Be((2, Health.Overdue, Hours(3), Hours(5)));
        clock.Read(FourHours, Some.Office, Hours(6)).Value.OverdueSince.Should().Be(Hours(5), "it fell due at the very moment of the change");
    }

    [Fact]
    public void A_date_that_was_said_is_not_moved_by_a_pause()
    {
        Deadline noon = Deadline.By(Some.Local("2026-11-16T12:00:00"), Some.Berlin);
        CommitmentClock paused = Pause(Started, 1);

        ClockReading reading = paused.Read(noon, Some.Office, Hours(4)).Value;

        (reading.Due, reading.DueIfResumed, reading.Health).Should().Be((noon.Due, null, Health.Overdue));
    }

    [Fact]
    public void It_is_overdue_only_after_the_due_time_and_at_risk_from_the_share_of_open_time_on()
    {
        HealthAt(3.1).Should().Be(Health.OnTrack);
        HealthAt(3.2).Should().Be(Health.AtRisk);
        HealthAt(4).Should().Be(Health.AtRisk);
        HealthAt(4.01).Should().Be(Health.Overdue);
        Started.Stop(Hours(3.9)).Value.Read(FourHours, Some.Office, Hours(9)).Value.Health.Should().Be(Health.OnTrack);
        Started.Stop(Hours(5)).Value.Read(FourHours, Some.Office, Hours(9)).Value.Health.Should().Be(Health.Overdue, "it is judged by when it stopped");

        Health HealthAt(double hours) => Started.Read(FourHours, Some.Office, Hours(hours)).Value.Health;
    }

    [Fact]
    public void Thresholds_are_shares_of_open_time_or_offsets_and_one_before_the_start_is_crossed_at_the_start()
    {
        Deadline tenHours = Deadline.Within(BusinessTime.FromHours(10), Nine, Some.Office);
        CommitmentClock clock = Pause(Started, 1).Resume(Hours(2)).Value;

        CrossingOf(Threshold.Percent(50)).Should().Be(Hours(6));
        CrossingOf(Threshold.Percent(80)).Should().Be(Hours(25), "the eighth hour of work is the second of the next morning because one was paused");
        CrossingOf(Threshold.Percent(100)).Should().Be(Hours(27));
        CrossingOf(Threshold.Percent(120)).Should().Be(Hours(29));
        CrossingOf(Threshold.Before(BusinessTime.FromHours(4))).Should().Be(Hours(7));
        CrossingOf(Threshold.Before(BusinessTime.FromHours(40))).Should().Be(Nine);
        FluentActions.Invoking(() => CrossingOf(default)).Should().Throw<ArgumentException>().WithParameterName("threshold");

        Instant CrossingOf(Threshold threshold) => clock.CrossingOf(threshold, tenHours, Some.Office, Hours(3)).Value;
    }

    [Fact]
    public void What_occurred_after_the_moment_of_asking_is_left_out()
    {
        CommitmentClock clock = Pause(Started, 1).Resume(Hours(2)).Value.Stop(Hours(3)).Value;

        clock.AsOf(Hours(1.5)).Should().Be(Pause(Started, 1));
        clock.AsOf(Hours(2.5)).State.Should().Be(ClockState.Running);
        clock.AsOf(Hours(-1)).Should().Be(CommitmentClock.NotStarted);
        clock.AsOf(Hours(3)).State.Should().Be(ClockState.Stopped, "it stopped at that very moment");
        clock.AsOf(Hours(1)).State.Should().Be(ClockState.Paused, "it was paused at that very moment");
        CommitmentClock changed = Started.Retarget(Hours(1)).Value.Stop(Hours(2)).Value;
        (changed.AsOf(Hours(0.5)).RetargetedAt, changed.AsOf(Hours(1)).RetargetedAt).Should().Be((null, Hours(1)));
        clock.AsOf(Hours(2)).State.Should().Be(ClockState.Running, "it was resumed at that very moment");
        clock.Read(FourHours, Some.Office, Hours(0.5)).Value.Due.Should().Be(Hours(4));
    }

    [Fact]
    public void Another_version_of_the_calendar_is_not_read_silently() =>
        FluentActions.Invoking(() => Started.Read(FourHours, Some.Office.AsVersion(2), Hours(1))).Should().Throw<ArgumentException>().WithParameterName("calendar");

    [Fact]
    public void Working_days_move_by_the_open_time_of_the_pauses()
    {
        Deadline twoDays = Deadline.Within(new BusinessDays(2, DayRule.AtClosing), Nine, Some.Office);

        Pause(Started, 1).Resume(Hours(3)).Value.Read(twoDays, Some.Office, Hours(4)).Value.Due.Should().Be(Some.InBerlin("2026-11-19T11:00:00"));
    }

    [Fact]
    public void Ten_thousand_pauses_fold_quickly_and_one_more_is_refused()
    {
        CommitmentClock clock = Started;
        for (int i = 0; i < CommitmentClock.MaxPauses; i++)
            clock = clock.Pause(Nine + Duration.FromSeconds(2 * i), "queue", Party.Us).Value.Resume(Nine + Duration.FromSeconds(2 * i + 1)).Value;

        clock.Pause(Hours(30), "queue", Party.Us).Refusal!.Code.Should().Be("too_many_pauses");
        clock.Read(FourHours, Some.Office, Hours(30)).Value.Split.OnUs.Should().Be(Duration.FromSeconds(10_000));
    }

    [Fact]
    public void A_date_that_was_said_stands_in_a_new_cycle_too()
    {
        Deadline noon = Deadline.By(Some.Local("2026-11-16T12:00:00"), Some.Berlin);

        Started.Stop(Hours(1)).Value.Reopen(Hours(2), newCycle: true).Value.Read(noon, Some.Office, Hours(2)).Value.Due.Should().Be(noon.Due);
    }

    [Fact]
    public void A_deadline_counts_from_when_it_was_counted_though_the_clock_started_later()
    {
        CommitmentClock later = Pause(CommitmentClock.NotStarted.Start(Hours(1)).Value, 2).Resume(Hours(3)).Value;

        later.Read(FourHours, Some.Office, Hours(3)).Value.Due.Should().Be(Hours(5), "four hours from nine and one that was paused");
    }

    [Fact]
    public void An_explanation_tells_the_customers_pauses_as_they_were()
    {
        CommitmentClock clock = Pause(Started, 1).Resume(Hours(2)).Value;

        Explanation explanation = clock.Explain(FourHours, Some.Office, Hours(6)).Value;

        explanation.Spans.Select(span => (span.Use, span.From, span.To)).Should().Equal(
            (SpanUse.Counted, Nine, Hours(1)), (SpanUse.Paused, Hours(1), Hours(2)), (SpanUse.Counted, Hours(2), Hours(5)));
    }

    [Fact]
    public void Clocks_with_other_pauses_are_not_equal()
    {
        CommitmentClock clock = Pause(Started, 1).Resume(Hours(2)).Value;

        clock.Should().Be(Pause(Started, 1).Resume(Hours(2)).Value);
        clock.Should().NotBe(Started.Pause(Hours(1), "courier", Party.Supplier).Value.Resume(Hours(2)).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void The_share_from_which_it_is_at_risk_is_a_share(int percent) =>
        FluentActions.Invoking(() => Started.Read(FourHours, Some.Office, Nine, percent)).Should().Throw<ArgumentOutOfRangeException>();

    private static Instant Hours(double hours) => Nine + Duration.FromHours(hours);

    private static CommitmentClock Pause(CommitmentClock clock, double hours) => clock.Pause(Hours(hours), "passport copy", Party.Customer).Value;
}
