using NodaTime;

namespace CommitmentLedger.Tests.MeetingPreconditions;

/// <summary>A pause on the supplier ends with the supplier's last step.</summary>
public class SuppliersWaitTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Precondition Part = Precondition.BySupplier("part");
    private static readonly Precondition Label = Precondition.BySupplier("label");
    private static readonly Precondition Key = Precondition.ByCustomer("key");

    [Fact]
    public void When_everything_is_met_the_clock_runs()
    {
        Story story = WaitingFor(Part);

        story.When(new MeetPrecondition(story.Id, "part")).Then(typeof(PreconditionMet), typeof(Resumed));

        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
    }

    [Fact]
    [Proves("BANK-14", 'a')]
    public void When_only_the_customers_step_is_missing_the_time_is_the_customers()
    {
        Story story = WaitingFor(Part, Key);

        story.When(new MeetPrecondition(story.Id, "part")).Then(typeof(PreconditionMet), typeof(Resumed), typeof(Paused));
        story.After(Duration.FromDays(5)).Given(new MeetPrecondition(story.Id, "key"));

        TimeSplit split = story.It.Clock.Read(story.It.Promise.PromisedDue!, WorkingCalendar.AroundTheClock(Some.Dubai), story.Now).Value.Split;
        split.Should().Be(new TimeSplit(Hour, Duration.Zero, Duration.FromDays(5), Hour));
        story.It.HealthAt(story.Now).Should().Be(Health.OnTrack);
    }

    [Fact]
    public void While_another_step_of_a_supplier_is_missing_it_goes_on()
    {
        Story story = WaitingFor(Part, Label, Key);

        story.When(new MeetPrecondition(story.Id, "part")).Then(typeof(PreconditionMet));
        story.It.Clock.OpenPause!.On.Should().Be(Party.Supplier);
        story.When(new MeetPrecondition(story.Id, "label")).Then(typeof(PreconditionMet), typeof(Resumed), typeof(Paused));
    }

    [Fact]
    public void Another_sides_step_does_not_end_it()
    {
        Story story = WaitingFor(Part, Precondition.ByUs("driver"));

        story.When(new MeetPrecondition(story.Id, "driver")).Then(typeof(PreconditionMet));
    }

    [Fact]
    public void A_pause_on_a_supplier_without_a_step_ends_when_somebody_ends_it()
    {
        Story story = WaitingFor(Precondition.ByUs("driver"));

        story.When(new MeetPrecondition(story.Id, "driver")).Then(typeof(PreconditionMet));
        story.It.Clock.OpenPause!.On.Should().Be(Party.Supplier);
    }

    [Fact]
    public void Words_that_need_no_supplier_end_it()
    {
        Story story = WaitingFor(Part);

        story.When(new Renegotiate(story.Id, story.It.Promise with { Preconditions = [], Terms = [Term.Of("adults", 3)] }) { Consent = Some.Consent() }).Then(typeof(Renegotiated), typeof(Resumed));
    }

    [Fact]
    public void A_part_that_needs_no_supplier_does_not_go_on_waiting_for_one()
    {
        foreach (bool isAsked in new[] { false, true })
        {
            Story story = WaitingFor(Part);
            CommitmentId needs = CommitmentId.New(), needsNot = CommitmentId.New();
            Promise promise = story.It.Promise;

            story.Given(new Split(
                story.Id,
                [new Part(needs, promise with { Terms = [Term.Of("adults", 4)] }), new Part(needsNot, promise with { Terms = [Term.Of("extra-beds", 2)], Preconditions = [] })],
                isAsked ? null : Some.Consent()));
            if (isAsked) story.Given(new GiveConsent(story.Id, Some.Consent()));

            story.Of(needs).Clock.OpenPause!.On.Should().Be(Party.Supplier);
            story.Of(needsNot).Clock.State.Should().Be(ClockState.Running);
        }
    }

    /// <summary>Promised within two days; the supplier has been waited for since an hour, for an hour.</summary>
    private static Story WaitingFor(params Precondition[] needs)
    {
        Deadline within = Deadline.Within(BusinessTime.FromHours(48), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = within, Preconditions = [.. needs] });
        return story.After(Hour).Given(new Pause(story.Id, Party.Supplier, "part is ordered")).After(Hour);
    }
}
