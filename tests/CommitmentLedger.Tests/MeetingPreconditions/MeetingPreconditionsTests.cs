using NodaTime;

namespace CommitmentLedger.Tests.MeetingPreconditions;

public class MeetingPreconditionsTests
{
    private static readonly Precondition Login = Precondition.ByUs("login enabled for account", Team.Of("back office A"));
    private static readonly Precondition CardLinked = Precondition.ByUs("card linked to account", Team.Of("back office B"));
    private static readonly Precondition OwnPin = Precondition.ByCustomer("set your own PIN");
    private static readonly Actor CoreBanking = new(Team.Of("core banking"), Channel.System);
    private static readonly Evidence Event4711 = Evidence.At("core-banking/events/4711");

    private static Story With(params Precondition[] preconditions) =>
        new Story().GivenPromise(Some.Promise(Term.Of("online-banking", true)) with { Preconditions = [.. preconditions] });

    [Fact]
    public void A_promise_with_preconditions_is_conditional_until_all_are_met()
    {
        Story story = With(Login, CardLinked);
        story.It.Bindingness.Should().Be(Bindingness.Conditional);

        story.Given(new MeetPrecondition(story.Id, Login.Name));
        story.It.Bindingness.Should().Be(Bindingness.Conditional);
        story.Given(new MeetPrecondition(story.Id, "CARD LINKED TO ACCOUNT"));

        story.It.Bindingness.Should().Be(Bindingness.Bound);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [Proves("BANK-03", 'a', 'b')]
    public void What_one_team_has_done_clears_nothing_of_anothers(int done, int open)
    {
        Precondition[] both = [Login, CardLinked];
        Story story = With(both);

        story.Given(new MeetPrecondition(story.Id, both[done].Name, Event4711), new Actor(both[done].Team!.Value, Channel.System));

        story.It.UnmetPreconditions.Should().Equal(both[open]);
        story.It.Bindingness.Should().Be(Bindingness.Conditional);
    }

    [Fact]
    [Proves("BANK-05", 'a')]
    public void Everything_that_is_still_missing_is_named_at_once()
    {
        Story story = With(Login, CardLinked, OwnPin);
        story.Given(new MeetPrecondition(story.Id, Login.Name));

        story.When(new StateDone(story.Id)).ThenIsRefused("precondition_open").Details.Should().Equal(CardLinked.Name, OwnPin.Name);
        story.Brief().Lines.Single().Headline.Should().ContainAll(CardLinked.Name, OwnPin.Name).And.NotContain(Login.Name);
    }

    [Fact]
    [Proves("BANK-13", 'a', 'b', 'c')]
    public void While_only_the_customers_step_is_missing_it_is_the_customer_for_whom_our_clock_waits()
    {
        Story story = With(OwnPin);

        story.Brief().CustomersSteps.Select(step => step.Step).Should().Equal(OwnPin.Name);
        story.It.Clock.OpenPause.Should().Match<PausedSpan>(pause => pause.On == Party.Customer && pause.From == Some.Monday);
        story.After(Duration.FromHours(2)).Given(new MeetPrecondition(story.Id, OwnPin.Name), new Actor(Team.Of("app"), Channel.SelfService));
        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.It.Clock.Pauses.Should().ContainSingle().Which.Should().Match<PausedSpan>(pause => pause.On == Party.Customer && pause.To == story.Now);
        story.Brief().CustomersSteps.Should().BeEmpty();
    }

    [Fact]
    public void What_we_bring_about_ourselves_stops_no_clock()
    {
        With(Login, CardLinked).It.Clock.State.Should().Be(ClockState.Running);
    }

    [Fact]
    public void What_the_customer_must_do_first_is_listed_and_our_clock_waits_for_it()
    {
        Story story = With(OwnPin);

        story.It.Clock.OpenPause!.On.Should().Be(Party.Customer);
        story.Brief().CustomersSteps.Should().ContainSingle().Which.Step.Should().Be("set your own PIN");
        story.Brief().ToText().Should().Contain("The customer's next steps:");
    }

    [Fact]
    public void When_the_customer_has_done_it_in_self_service_our_clock_runs_and_the_promise_binds()
    {
        Story story = With(OwnPin);
        var customer = new Actor(Team.Of("app"), Channel.SelfService);

        story.When(new MeetPrecondition(story.Id, OwnPin.Name), customer).Then(typeof(PreconditionMet), typeof(Resumed));

        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
    }

    [Fact]
    [Proves("BANK-15", 'a', 'b', 'c')]
    public void A_source_systems_event_meets_a_precondition_with_its_evidence_and_without_a_person()
    {
        Story story = With(CardLinked);

        story.When(new MeetPrecondition(story.Id, CardLinked.Name), CoreBanking).ThenIsRefused("evidence_missing");
        story.When(new MeetPrecondition(story.Id, CardLinked.Name, Event4711), CoreBanking).Then(typeof(PreconditionMet));

        story.It.MetPreconditions.Should().ContainSingle().Which.Should().Be(new MetPrecondition(CardLinked.Name, Some.Monday, CoreBanking, Event4711));
        story.It.MetPreconditions[0].By.Person.Should().BeNull();
        story.It.Bindingness.Should().Be(Bindingness.Bound);
    }

    [Fact]
    public void A_precondition_is_met_once_and_by_its_name()
    {
        Story story = With(Login, CardLinked);
        story.When(new MeetPrecondition(story.Id, "weather is fine")).ThenIsRefused("precondition_unknown");
        story.Given(new MeetPrecondition(story.Id, Login.Name));

        story.When(new MeetPrecondition(story.Id, Login.Name)).ThenIsRefused("precondition_met");
    }

    [Fact]
    public void A_pause_of_our_own_is_not_ended_by_the_customers_step()
    {
        Story story = With(OwnPin, Login);
        story.Given(new MeetPrecondition(story.Id, OwnPin.Name)).Given(new Pause(story.Id, Party.Supplier, "card printer is down"));

        story.When(new MeetPrecondition(story.Id, Login.Name)).Then(typeof(PreconditionMet));

        story.It.Clock.State.Should().Be(ClockState.Paused);
    }

    [Fact]
    public void Pausing_and_resuming_take_turns()
    {
        Story story = new Story().GivenPromise();

        story.When(new Resume(story.Id)).ThenIsRefused("out_of_turn");
        story.Given(new Pause(story.Id, Party.Customer, "guest calls back on Monday")).When(new Pause(story.Id, Party.Us, "system is down")).ThenIsRefused("out_of_turn");
        story.After(Duration.FromHours(1)).When(new Resume(story.Id)).Then(typeof(Resumed));
    }
}
